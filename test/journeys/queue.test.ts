import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM, NTB_SATKER } from '../../fixtures/cast.js';
import { setStage } from '../support/assessing.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { hrefsIn, namesIn, openEarlierYear, readPage, setDate } from '../support/oversight.js';

const QUEUE = '/tinjauan';
const DISTRICTS = NTB_SATKER.length - 1;
const [LOBAR, LOTENG, DOMPU] = ['52.01', '52.02', '52.05'];

let zi: TestApp;
let province: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await setStage(zi.deps.store, MATARAM, 'pendahuluan');
  await setStage(zi.deps.store, LOBAR, 'tpi');
  await setStage(zi.deps.store, LOTENG, 'belum-layak');
  province = await zi.signIn('provinsi');
});

afterEach(() => zi.close());

describe('whoever opens their queue', () => {
  it('finds what waits for them, what waits for others and what has ended apart', async () => {
    const page = await readPage(province, QUEUE);
    for (const part of [
      `Belum selesai (${DISTRICTS - 1})`,
      'Giliran Anda (1)',
      `Menunggu pihak lain (${DISTRICTS - 2})`,
      'Sudah berakhir (1)',
    ]) {
      expect(page).toContain(part);
    }
    expect(await namesIn(province, `${QUEUE}?tampil=giliran`)).toEqual(['KPU Kota Mataram']);
    expect(await namesIn(province, `${QUEUE}?tampil=berakhir`)).toEqual([
      'KPU Kabupaten Lombok Tengah',
    ]);
    const others = await readPage(province, `${QUEUE}?tampil=lain`);
    expect(others).toContain('Penilaian TPI giliran TPI');
    expect(others).toContain('Pengisian giliran Tim satker');
    expect(others).not.toContain('KPU Kota Mataram');
  });

  it('reads how far all of it is, whatever part is shown', async () => {
    const sum = `0 dari ${(DISTRICTS - 1) * 113} indikator dinilai, ${DISTRICTS - 1} satker.`;
    const withDots = sum.replace(/(\d)(\d{3}) indikator/, '$1.$2 indikator');
    for (const part of ['', '?tampil=giliran', '?tampil=berakhir', '?cari=mataram']) {
      expect(await readPage(province, `${QUEUE}${part}`)).toContain(withDots);
    }
  });

  it('finds the most urgent first: one’s turn, then what ends soonest', async () => {
    await setDate(zi, 'pendahuluan-tutup', '2026-05-01');
    await setDate(zi, 'mandiri-tutup', '2026-03-20');
    await setStage(zi.deps.store, DOMPU, 'pendahuluan');
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('year_date')
        .values({ year: 2026, code: 'pendahuluan-tutup', satker_code: DOMPU, day: '2026-04-01' })
        .execute(),
    );
    const names = await namesIn(province, QUEUE);
    expect(names.slice(0, 2)).toEqual(['KPU Kabupaten Dompu', 'KPU Kota Mataram']);
    expect(names.at(-1)).toBe('KPU Kabupaten Lombok Barat');
  });

  it('searches and sorts it, and what has no figure stands last either way', async () => {
    expect(await namesIn(province, `${QUEUE}?cari=mataram`)).toEqual(['KPU Kota Mataram']);
    expect(await readPage(province, `${QUEUE}?cari=52.0`)).toMatch(/7 dari 9 satker cocok/);
    expect(await readPage(province, `${QUEUE}?cari=zzz`)).toContain('Tidak ada satker yang cocok');
    const down = await namesIn(province, `${QUEUE}?urut=-nama`);
    expect(down[0]).toBe('KPU Kota Mataram');
    const hrefs = await hrefsIn(province, `${QUEUE}?tampil=lain&cari=k`);
    expect(hrefs).toContain(`${QUEUE}?tampil=lain&cari=k&urut=-dinilai`);
  });

  it('pages through what one page does not hold', async () => {
    const codes = await zi.deps.store.db
      .selectFrom('satker')
      .select('code')
      .where('level', '=', 'provinsi')
      .execute();
    const all = Object.fromEntries(codes.map(({ code }) => [code, 'pendahuluan' as const]));
    await openEarlierYear(zi, 2025, all);
    const centre = await zi.signIn('pusat');
    expect(await namesIn(centre, `${QUEUE}?tahun=2025`)).toHaveLength(codes.length);
    const ketua = await zi.signIn('tpi.ketua');
    await grantSixty();
    expect(await namesIn(ketua, QUEUE)).toHaveLength(50);
    const next = (await hrefsIn(ketua, QUEUE)).find((href) => href.includes('halaman=2'));
    expect((await namesIn(ketua, next ?? '')).length).toBeGreaterThan(0);
  });

  it.each([
    ['tampil=giliran&cari=', 'Tidak ada yang menunggu Anda'],
    ['tampil=berakhir', 'Belum ada yang berakhir'],
  ])('reads why a part is empty: %s', async (query, sentence) => {
    await setStage(zi.deps.store, MATARAM, 'tpi');
    await setStage(zi.deps.store, LOTENG, 'pengisian');
    expect(await readPage(province, `${QUEUE}?${query}`)).toContain(sentence);
  });
});

describe('whoever was left with work of an earlier year', () => {
  beforeEach(() => openEarlierYear(zi, 2025, { [LOBAR]: 'pendahuluan', [DOMPU]: 'belum-layak' }));

  it('sees in the queue of this year how much, and goes there and back', async () => {
    const page = await readPage(province, QUEUE);
    expect(page).toContain('2025 (1 belum selesai)');
    expect(await hrefsIn(province, QUEUE)).toContain(`${QUEUE}?tahun=2025`);
    const earlier = await readPage(province, `${QUEUE}?tahun=2025`);
    expect(earlier).toContain('Tinjauan saya 2025');
    expect(earlier).toContain('giliran Anda');
    const hrefs = await hrefsIn(province, `${QUEUE}?tahun=2025`);
    expect(hrefs).toContain(`/lke/${LOBAR}/2025/tinjauan/pendahuluan/lanjut`);
    expect(hrefs).toContain(`${QUEUE}?tahun=2025&tampil=berakhir`);
    expect(hrefs).toContain(QUEUE);
  });

  it('finds the workload of that year too', async () => {
    const secretary = await zi.signIn('sekretaris.provinsi');
    expect(await hrefsIn(secretary, `${QUEUE}?tahun=2025`)).toContain(`${QUEUE}/beban?tahun=2025`);
    const load = await readPage(secretary, `${QUEUE}/beban?tahun=2025`);
    expect(load).toContain('Beban penilai 2025');
    expect(load).toContain('Belum ditugaskan 1 satker, 0 dari 113 indikator dinilai');
    expect(load).not.toContain('Dompu');
  });

  it.each([QUEUE, `${QUEUE}/beban`])('finds no other year at %s', async (page) => {
    for (const year of ['2024', '2031', 'dua', '02025']) {
      await province.get(`${page}?tahun=${year}`).expect(404);
    }
  });

  it('reads so where a year holds nothing for them', async () => {
    const bali = await zi.signIn('provinsi.bali');
    expect(await readPage(bali, `${QUEUE}?tahun=2025`)).toContain('Tidak ada yang perlu ditinjau');
  });
});

/** TPI's ketua gets sixty satker more, each with its LKE. */
async function grantSixty(): Promise<void> {
  const { store } = zi.deps;
  const created_at = zi.deps.clock().toISOString();
  await store.write(async (tx) => {
    const people = tx.selectFrom('user').select('id').where('username', '=', 'tpi.ketua');
    const { id: user_id } = await people.executeTakeFirstOrThrow();
    const rows = await tx
      .selectFrom('satker')
      .select('code')
      .where('level', '=', 'kabupaten/kota')
      .limit(60)
      .execute();
    for (const { code } of rows) {
      const role = { user_id, role: 'tpi-ketua' as const, satker_code: code, created_at };
      await tx.insertInto('user_role').values(role).execute();
      await tx
        .insertInto('lke')
        .values({
          satker_code: code,
          year: 2026,
          target: 'wbk',
          stage: 'tpi',
          created_at,
          version: 1,
        })
        .execute();
    }
  });
}
