import type TestAgent from 'supertest/lib/agent.js';
import { DENPASAR, MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { hrefsIn, namesIn, openEarlierYear, OVERSIGHT, readPage } from '../support/oversight.js';
import { fullInput } from '../support/sheets.js';

const MAP = `${OVERSIGHT}/peta`;
const [LOBAR, LOTIM] = ['52.01', '52.03'];

let zi: TestApp;
let province: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  province = await zi.signIn('provinsi');
});

afterEach(() => zi.close());

describe('whoever looks for work that an earlier year left', () => {
  it.each(['', '/peta', '/perbandingan', '/pekan'])(
    'goes from %s of this year to the same page of that year and back',
    async (page) => {
      await openEarlierYear(zi, 2025, { [LOBAR]: 'tpi', [LOTIM]: 'belum-layak' });
      const now = await province.get(`${OVERSIGHT}${page}`).expect(200);
      expect(now.text).toContain(`href="/pengawasan/52/2025${page}"`);
      expect(now.text).toMatch(/aria-current="page">2026</);
      const then = await province.get(`/pengawasan/52/2025${page}`).expect(200);
      expect(then.text).toContain(`href="${OVERSIGHT}${page}"`);
      expect(then.text).toMatch(/aria-current="page">2025</);
    },
  );

  it('keeps what the list was narrowed to and ordered by', async () => {
    await openEarlierYear(zi, 2025, { [LOBAR]: 'tpi' });
    const link = '/pengawasan/52/2025?tahap=tpi&urut=-mandiri';
    expect(await hrefsIn(province, `${OVERSIGHT}?tahap=tpi&urut=-mandiri`)).toContain(link);
    expect(await namesIn(province, link)).toEqual(['KPU Kabupaten Lombok Barat']);
  });

  it('has nothing to choose while there is one year', async () => {
    expect((await province.get(OVERSIGHT)).text).not.toContain('aria-label="Tahun"');
  });

  it.each(['', '/peta'])(
    'reads that nothing was opened in a year without work (%s)',
    async (page) => {
      await openEarlierYear(zi, 2025, {});
      const text = await readPage(province, `/pengawasan/52/2025${page}`);
      expect(text).toContain('Belum ada LKE tahun 2025');
      expect(text).not.toContain('LKE belum dibuka');
    },
  );

  it.each(['/pengawasan/2024', '/pengawasan/2024/peta', '/pengawasan/52/2024'])(
    'finds nothing in a year that was never opened: %s',
    async (page) => {
      await (await zi.signIn('pusat')).get(page).expect(404);
    },
  );
});

describe('whoever reads the map of areas', () => {
  it('narrows it by stage, turn, gates and name as the table', async () => {
    await answer(zi, MATARAM, fullInput('best'));
    await setStage(zi.deps.store, LOBAR, 'pendahuluan');
    const only = (query: string) => namesIn(province, `${MAP}?${query}`);
    expect(await only('tahap=pendahuluan')).toEqual(['KPU Kabupaten Lombok Barat']);
    expect(await only('perhatian=giliran')).toEqual(['KPU Kabupaten Lombok Barat']);
    expect(await only('ambang=lulus')).toEqual(['KPU Kota Mataram']);
    expect(await only('cari=mataram')).toEqual(['KPU Kota Mataram']);
    expect(await readPage(province, `${MAP}?tahap=tpn`)).toContain('Tidak ada satker yang cocok');
    expect(await readPage(province, `${MAP}?tahap=pendahuluan`)).toContain(
      '1 dari 10 satker. Daftar disaring.',
    );
  });

  it('keeps it narrowed while ordering by area, total or satker', async () => {
    await answer(zi, MATARAM, fullInput('best'));
    await answer(zi, LOTIM, { 'A.I.1.i.a': 'Ya' });
    const hrefs = await hrefsIn(province, `${MAP}?cari=k&tahap=pengisian`);
    for (const column of ['nama', '-1', '-hasil', '-total']) {
      expect(hrefs).toContain(`${MAP}?cari=k&tahap=pengisian&urut=${column}`);
    }
    expect((await namesIn(province, `${MAP}?urut=-1`)).slice(0, 2)).toEqual([
      'KPU Kota Mataram',
      'KPU Kabupaten Lombok Timur',
    ]);
    expect((await namesIn(province, `${MAP}?urut=1`)).slice(0, 2)).toEqual([
      'KPU Kabupaten Lombok Timur',
      'KPU Kota Mataram',
    ]);
  });

  it('reads in words where nothing is filled, and a total that says so too', async () => {
    const text = await readPage(province, MAP);
    expect(text).toMatch(/KPU Kota Mataram 52\.71 · Pengisian (?:belum diisi ){7}0,00 belum diisi/);
    expect(text).not.toContain('0,0 %');
  });
});

describe('the centre, whose satker stand in many provinces', () => {
  beforeEach(async () => {
    province = await zi.signIn('pusat');
    await answer(zi, MATARAM, fullInput('best'));
  });

  it('sees the map of all, narrowed to a province where it wants', async () => {
    expect(await namesIn(province, '/pengawasan/2026/peta?cari=kota')).toEqual(
      expect.arrayContaining(['KPU Kota Mataram', 'KPU Kota Denpasar']),
    );
    expect(await namesIn(province, '/pengawasan/2026/peta?provinsi=51&cari=kota')).toEqual([
      'KPU Kota Denpasar',
    ]);
    expect(await readPage(province, '/pengawasan/2026/peta')).toMatch(/1–50 dari 55\d/);
  });

  it('compares two satker of different provinces, chosen by province', async () => {
    const page = '/pengawasan/2026/perbandingan';
    const { text } = await province.get(page).expect(200);
    expect(text).toContain('<optgroup label="Bali">');
    expect(text).toContain('Belum ada yang dibandingkan');
    const pair = await readPage(province, `${page}?a=${MATARAM}&b=${DENPASAR}`);
    expect(pair).toContain('KPU Kota Mataram');
    expect(pair).toContain('+100,00');
  });
});

describe('lists that stand beside oversight', () => {
  it('lead the centre to satker that an earlier year left to be proposed', async () => {
    await openEarlierYear(zi, 2025, { [LOBAR]: 'siap-diusulkan', [LOTIM]: 'tpn' });
    const centre = await zi.signIn('pusat');
    const page = await readPage(centre, '/pengusulan/2026');
    expect(page).toContain('2025 (1 siap diusulkan)');
    expect(await hrefsIn(centre, '/pengusulan/2026')).toContain('/pengusulan/2025');
    const earlier = await readPage(centre, '/pengusulan/2025');
    expect(earlier).toContain('KPU Kabupaten Lombok Barat');
    expect(earlier).toContain('Menunggu hasil TPN KPU Kabupaten Lombok Timur');
    await centre.get('/pengusulan/2024').expect(404);
  });

  it('lead from the recap of one year to that of another', async () => {
    await openEarlierYear(zi, 2025, { [LOBAR]: 'belum-layak' });
    expect(await hrefsIn(province, '/rekap/52/2026')).toContain('/rekap/52/2025');
    expect(await readPage(province, '/rekap/52/2025')).toContain('1 di antaranya');
    await province.get('/rekap/52/2024').expect(404);
  });

  it('say who opens a year while none is open', async () => {
    await zi.deps.store.write(async (tx) => {
      await tx.deleteFrom('score').execute();
      await tx.deleteFrom('score_day').execute();
      await tx.deleteFrom('lke').execute();
      await tx.deleteFrom('year').execute();
    });
    const centre = await zi.signIn('pusat');
    for (const page of ['/pengusulan', '/pengawasan']) {
      const { headers } = await centre.get(page).expect(303);
      expect(headers['location']).toBe('/satker');
    }
    expect(await readPage(centre, '/tinjauan')).toContain('Tidak ada yang perlu ditinjau');
    expect(await readPage(centre, '/tinjauan/beban')).toContain('Belum ada penugasan');
  });
});
