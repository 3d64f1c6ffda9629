import { suggestSource } from './suggest-source.js';

describe('a name for the source from the name of the file', () => {
  it.each([
    ['Lampiran III PermenPANRB 90-2021.xlsx', 'Lampiran III PermenPANRB 90-2021', '90/2021', null],
    [
      'LKE_ZI_PermenPANRB_Nomor_90_Tahun_2021.xlsx',
      'LKE ZI PermenPANRB Nomor 90 Tahun 2021',
      '90/2021',
      null,
    ],
    ['Master soal PortalRB 2026-02-12.XLSX', 'Master soal PortalRB', '', '2026-02-12'],
    ['master-soal_20260212.xlsx', 'master soal', '', '2026-02-12'],
    ['LKE ZI 2026.xlsx', 'LKE ZI 2026', '', null],
    ['.xlsx', '', '', null],
  ])('%s', (file, title, number, day) => {
    expect(suggestSource(file)).toEqual({ title, number, day });
  });

  it('stays as short as a title may be', () => {
    expect(suggestSource(`${'panjang '.repeat(100)}.xlsx`).title.length).toBeLessThanOrEqual(200);
  });
});
