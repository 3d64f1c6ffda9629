import { LAYOUTS } from '../../src/workbook/lke-workbook-input.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import { identityChecksum, identityOf } from '../../src/workbook/identity.js';
import { META_LIST_ROW } from '../../src/workbook/meta-sheet.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { readXlsx, sheetOf, valueAt, type ReadWorkbook } from '../support/read-xlsx.js';
import { CASES } from './cases.js';
import { answers, best, instrument, option, sampleEvidence, sampleInput } from './sample-input.js';

const workbooks = new Map<string, ReadWorkbook>();

beforeAll(async () => {
  const evidence = new Map([
    [
      instrument.indicators[0]?.code ?? ('' as never),
      [
        sampleEvidence({ href: null }),
        sampleEvidence({
          name: 'Notula rapat',
          href: 'https://kpu.example/notula',
          documentDay: null,
        }),
        sampleEvidence({
          name: 'Foto',
          href: 'https://kpu.example/foto',
          checklistCode: 'A.I.1.i.a-1',
        }),
      ],
    ],
  ]);
  const mandiri = answers(instrument, best, ({ code }) => `catatan ${code}`);
  const tpi = answers(
    instrument,
    (one) => option(one, 1),
    ({ code }) => `TPI ${code}`,
  );
  for (const layout of LAYOUTS) {
    const bytes = await writeLke(sampleInput({ layout, evidence, answers: { mandiri, tpi } }));
    workbooks.set(layout, readXlsx(new Uint8Array(bytes)));
  }
});

function book(layout: string): ReadWorkbook {
  const found = workbooks.get(layout);
  if (found === undefined) throw new Error(`no workbook ${layout}`);
  return found;
}

function formulaAt(layout: string, sheet: string, cell: string): string | null | undefined {
  return sheetOf(book(layout), sheet).cells.get(cell)?.formula;
}

describe('Lampiran III', () => {
  it.each([
    ['B2', 'Penilaian'],
    ['H2', 'Bobot'],
    ['I2', 'Penjelasan'],
    ['J2', 'Pilihan Jawaban'],
    ['K2', 'Jawaban'],
    ['L2', 'Nilai'],
    ['M2', '%'],
    ['O2', 'Catatan/Keterangan/Penjelasan'],
    ['B4', 'A.'],
    ['C4', 'Pengungkit'],
    ['E7', 'i.'],
    ['F7', 'Penyusunan Tim Kerja'],
    ['F8', 'a.'],
    ['J8', 'Ya/Tidak'],
    ['K8', 'Ya'],
    ['O8', 'catatan A.I.1.i.a'],
    ['P8', '1. SK Tim Pembangunan Zona Integritas\n2. Notula rapat\n3. Foto'],
    ['Q8', 'https://kpu.example/notula'],
    ['G123', 'Telah membangun database pelayanan yang terintegrasi'],
    ['F123', 'b.'],
    ['F124', 'c.'],
    ['G129', '- Jumlah Agen Perubahan'],
    ['J128', '%'],
    ['J129', 'Jumlah'],
    ['F176', 'Penyampaian Laporan Harta Kekayaan Pejabat Negara (LHKPN)'],
    ['J202', 'Nilai (0-4)'],
    ['B208', 'Nilai evaluasi Zona Integritas'],
    ['A8', 'A.I.1.i.a'],
    ['H7', 0.5],
  ])('%s is %j', (cell, value) => {
    expect(valueAt(book('lampiran-iii'), 'LKE ZI', cell)).toBe(value);
  });

  it.each([
    ['a choice', 'L8', 'IF(TRIM(K8)="Ya",1,0)'],
    [
      'a choice of four',
      'L15',
      'IF(TRIM(K15)="A",1,IF(TRIM(K15)="B",0.67,IF(TRIM(K15)="C",0.33,0)))',
    ],
    ['a sub-component', 'L7', 'AVERAGE(L8:L9)*H7'],
    ['a sub-component with counts between', 'L127', 'AVERAGE(L128,L131)*H127'],
    ['an area', 'L6', 'SUM(L7,L10,L14,L18)'],
    ['both halves of laporan harta kekayaan', 'L175', 'L176+L183'],
    ['one of them', 'L183', 'L184*H183'],
    ['a computed total', 'K178', 'IF(COUNT(K179:K181)<3,"",SUM(K179:K181))'],
    ['an index, 0 where empty', 'L202', 'IF(ISNUMBER(K202),MAX(0,MIN(1,K202/4)),0)*H202'],
    ['the total', 'L208', 'L198+L206'],
    ['a share', 'M6', 'IF(H6=0,0,L6/(H6))'],
    [
      'complaints, nihil included',
      'K171',
      'IF(COUNT(K172:K174)<3,"",IF(K172=0,IF(SUM(K172:K174)=0,1,"tidak dapat dihitung"),MAX(0,MIN(1,K174/K172))))',
    ],
    [
      'discipline',
      'K154',
      'IF(COUNT(K155:K157)<3,"",IF(K155=0,IF(K156=0,1,0),MAX(0,MIN(1,(K155-K156)/K155))))',
    ],
  ])('has a live formula for %s', (_, cell, formula) => {
    expect(formulaAt('lampiran-iii', 'LKE ZI', cell)).toBe(formula);
  });

  it('hides the ids, merges the title and leaves the rows 90, 199 and 207 blank', () => {
    const { xml, cells } = sheetOf(book('lampiran-iii'), 'LKE ZI');
    expect(xml).toMatch(/<col min="1" max="1"[^>]*hidden="1"/);
    expect(xml).toContain('<mergeCell ref="B1:O1"/>');
    const rows = new Set([...cells.keys()].map((cell) => cell.replace(/\D/g, '')));
    expect(['90', '199', '207', '209'].filter((row) => rows.has(row))).toEqual([]);
  });
});

describe('PortalRB', () => {
  it.each([
    ['A1', 'id'],
    ['I1', 'Kriteria Nilai'],
    ['K1', 'Jawaban Unit'],
    ['L1', 'Catatan/Keterangan/Penjelasan (Unit)'],
    ['M1', 'Daftar Bukti Dukung (Unit)'],
    ['N1', 'Jawaban TPI'],
    ['O1', 'Nilai'],
    ['P1', '%'],
    ['Q1', 'Catatan/Keterangan/Penjelasan (TPI)'],
    ['A6', 6],
    ['A204', 204],
    ['C2', 'PENGUNGKIT'],
    ['K7', 'A'],
    ['N7', 'B'],
    ['L6', 'catatan A.I.1.i.a'],
    ['Q6', 'TPI A.I.1.i.a'],
    ['J30', 'A/B/C'],
    ['J167', null],
    ['H132', null],
    ['G84', 'pengaduan masyarakat dtindaklanjuti'],
    ['B204', 'NILAI HASIL EVALUASI ZONA INTEGRITAS'],
  ])('%s is %j', (cell, value) => {
    expect(valueAt(book('portalrb'), 'Jawaban', cell)).toBe(value);
  });

  it('computes both columns of answers and scores the tier asked for', () => {
    expect(formulaAt('portalrb', 'Jawaban', 'K175')).toBe(
      'IF(COUNT(K176:K178)<3,"",SUM(K176:K178))',
    );
    expect(formulaAt('portalrb', 'Jawaban', 'N175')).toBe(
      'IF(COUNT(N176:N178)<3,"",SUM(N176:N178))',
    );
    expect(formulaAt('portalrb', 'Jawaban', 'O6')).toBe('IF(TRIM(K6)="Ya",1,0)');
    expect(formulaAt('portalrb', 'Jawaban', 'O172')).toBe('O173+O180');
  });

  it.each([
    ['B1', 'KPU Kota Mataram'],
    ['B2', 'WBK'],
    ['A6', '1. Manajemen Perubahan'],
    ['B6', 8],
    ['E11', 10],
    ['G11', 'Memenuhi'],
    ['E12', 60],
    ['A15', 'B.I Birokrasi yang Bersih dan Akuntabel'],
    ['A19', 'IPKP'],
    ['E20', 40],
    ['E22', 100],
  ])('has %s of the sheet Unit as %j', (cell, value) => {
    expect(valueAt(book('portalrb'), 'Unit', cell)).toBe(value);
  });

  it('refuses a tier it has no column for', async () => {
    await expect(writeLke(sampleInput({ layout: 'portalrb', tier: 'tpn' }))).rejects.toThrow(
      RangeError,
    );
  });
});

describe.each(LAYOUTS)('every workbook of %s', (layout) => {
  const main = layout === 'portalrb' ? 'Jawaban' : 'LKE ZI';

  it('has one validation per kind of answer, over the typed cells only', () => {
    const { xml, cells } = sheetOf(book(layout), main);
    const rules = [...xml.matchAll(/<dataValidation type="(\w+)"[^>]*sqref="([^"]*)"/g)];
    expect(rules.map(([, type]) => type)).toEqual([
      'list',
      'list',
      'list',
      'list',
      'whole',
      'decimal',
    ]);
    const covered = rules.flatMap(([, , ranges = '']) => ranges.split(' ').flatMap(cellsOf));
    const typed = layout === 'portalrb' ? ['K', 'N'] : ['K'];
    const expected = [...cells].filter(
      ([cell, { formula, value }]) =>
        typed.includes(cell.charAt(0)) &&
        formula === null &&
        value !== null &&
        Number(cell.slice(1)) > 2,
    );
    expect(covered.sort()).toEqual(expected.map(([cell]) => cell).sort());
  });

  it('prints on landscape pages, headings repeated, an area on each', () => {
    const { xml } = sheetOf(book(layout), main);
    const titles = layout === 'portalrb' ? "'Jawaban'!$1:$1" : "'LKE ZI'!$2:$2";
    expect(xml).toMatch(
      /<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/,
    );
    expect(book(layout).part('xl/workbook.xml')).toContain(titles.replaceAll("'", '&apos;'));
    expect([...xml.matchAll(/<brk /g)]).toHaveLength(12);
  });

  it('carries what it is the sheet of, for the way back', () => {
    const meta = sheetOf(book(layout), 'meta');
    const at = (cell: string) => meta.cells.get(cell)?.value;
    const pairs = new Map(
      [...Array(META_LIST_ROW - 2).keys()].map((row) => [at(`A${row + 1}`), at(`B${row + 1}`)]),
    );
    const tiers = layout === 'portalrb' ? (['mandiri', 'tpi'] as const) : (['mandiri'] as const);
    const input = sampleInput({
      layout,
      answers: { mandiri: answers(instrument, best), tpi: answers(instrument, best) },
    });
    expect(meta.hidden).toBe(true);
    expect(Object.fromEntries(pairs)).toMatchObject({
      satkerCode: '52.71',
      year: 2026,
      instrumentId: 'lke-2026',
      tier: 'mandiri',
      layout,
      exportedAt: '2026-08-30T16:30:00.000Z',
      historySeq: 1234,
      checksum: identityChecksum(identityOf(input, tiers)),
    });
    expect(at(`A${META_LIST_ROW}`)).toBe('A.I.1.i.a');
    expect(at(`B${META_LIST_ROW}`)).toBe(layout === 'portalrb' ? 6 : 8);
    expect(at(`D${META_LIST_ROW + 112}`)).toBe(113);
  });

  it('lists the evidence with its day, its item and its link', () => {
    const at = (cell: string) => valueAt(book(layout), 'Bukti', cell);
    expect([at('D3'), at('F3'), at('J3')]).toEqual([
      'SK Tim Pembangunan Zona Integritas',
      46_065,
      null,
    ]);
    expect([at('B5'), at('D5'), at('J5')]).toEqual([
      'A.I.1.i.a',
      'Foto',
      'https://kpu.example/foto',
    ]);
    expect(at('E5')).toMatch(/^A\.I\.1\.i\.a-1 /);
  });

  it('says the time of export in the zone of the satker', () => {
    const values = [...sheetOf(book(layout), 'Ringkasan').cells.values()].map(({ value }) => value);
    expect(values).toContain('31 Agustus 2026 00.30 WITA');
  });

  it('is written the same twice', async () => {
    const input = sampleInput({ layout, answers: { mandiri: CASES['mixed-1'] ?? new Map() } });
    expect((await writeLke(input)).equals(await writeLke(input))).toBe(true);
  });

  it('knows a row for every question and every count', () => {
    const { rowOf } = sheetPlans(instrument)[layout];
    for (const indicator of instrument.indicators) {
      const { place } = indicator;
      const row = layout === 'portalrb' ? place.portalrbRow : place.lampiranIiiRow;
      expect([indicator.code, rowOf.get(indicator.code)]).toEqual([indicator.code, row]);
      if (indicator.type !== 'counts') continue;
      for (const { key, place: at } of indicator.inputs) {
        const code = `${indicator.code}:${key}`;
        expect([code, rowOf.get(code)]).toEqual([
          code,
          layout === 'portalrb' ? at.portalrbRow : at.lampiranIiiRow,
        ]);
      }
    }
  });
});

function cellsOf(range: string): string[] {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [first, last].map((cell) => Number(cell.slice(1)));
  const count = (to ?? 0) - (from ?? 0) + 1;
  return [...Array(count).keys()].map((index) => `${first.charAt(0)}${(from ?? 0) + index}`);
}
