import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { setStage } from '../support/assessing.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  DAY_MS,
  namesIn,
  OVERSIGHT,
  readPage,
  rowOf,
  sectionOf,
  setDate,
} from '../support/oversight.js';
import { fullInput } from '../support/sheets.js';

const WEEK = `${OVERSIGHT}/pekan`;
const CALLS = 'Siapa yang perlu dihubungi';
const OWN = 'Pekerjaan Anda sendiri yang mendesak';
const WAIT = 'Menunggu pihak lain';
const [LOBAR, LOTIM, BIMA] = ['52.01', '52.03', '52.72'] as const;

let zi: TestApp;
let province: TestAgent;

/** Three weeks in which nothing happens: one waits for the province, one for TPI, one for TPN. */
beforeEach(async () => {
  zi = await startTestApp();
  await setStage(zi.deps.store, LOBAR, 'pendahuluan');
  await setStage(zi.deps.store, BIMA, 'tpi');
  await setStage(zi.deps.store, LOTIM, 'tpn');
  zi.clock.advance(21 * DAY_MS);
  province = await zi.signIn('sekretaris.provinsi');
});

afterEach(() => zi.close());

describe('the secretary who asks whom to ring up', () => {
  it('is told of satker whose turn it is, and of nobody who cannot act', async () => {
    const calls = await sectionOf(province, WEEK, CALLS);
    expect(calls).toContain('Giliran Tim satker: hubungi');
    expect(calls).toContain('KPU Kota Mataram Pengisian Tidak ada kegiatan selama 21 hari.');
    for (const other of ['Lombok Barat', 'Lombok Timur', 'Kota Bima']) {
      expect(calls).not.toContain(other);
    }
    const own = await sectionOf(province, WEEK, OWN);
    expect(own).toContain('Giliran KPU Provinsi: pekerjaan Anda KPU Kabupaten Lombok Barat');
    const wait = await sectionOf(province, WEEK, WAIT);
    expect(wait).toContain('Giliran TPI: menunggu KPU Kota Bima');
    expect(wait).toContain('Giliran TPN: menunggu KPU Kabupaten Lombok Timur');
  });

  it('sees what stands still by whose turn it is', async () => {
    const stalled = await sectionOf(province, WEEK, 'Apa yang mandek');
    for (const turn of ['Tim satker: hubungi', 'KPU Provinsi: pekerjaan Anda', 'TPN: menunggu']) {
      expect(stalled).toContain(`Giliran ${turn}`);
    }
    expect(stalled).toMatch(/Lombok Timur Penilaian TPN ?: 21 hari/);
  });

  it('finds the same under Perhatian, and the own work under Giliran Anda', async () => {
    const toCall = await namesIn(province, `${OVERSIGHT}?perhatian=hubungi`);
    expect(toCall).toHaveLength(7);
    expect(toCall).not.toContain('KPU Kabupaten Lombok Timur');
    const own = await namesIn(province, `${OVERSIGHT}?perhatian=giliran`);
    expect(own).toEqual(['KPU Kabupaten Lombok Barat']);
  });

  it('reads the most urgent first, each reason leading to its cause', async () => {
    await setDate(zi, 'mandiri-tutup', '2026-04-02');
    await answer(zi, MATARAM, fullInput('best'));
    zi.clock.advance(DAY_MS);
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('year_date')
        .values({ year: 2026, code: 'mandiri-tutup', satker_code: '52.08', day: '2026-03-20' })
        .execute(),
    );
    province = await zi.signIn('sekretaris.provinsi');
    const calls = await sectionOf(province, WEEK, CALLS);
    expect(calls).toMatch(/hubungi KPU Kabupaten Lombok Utara Pengisian Tenggat tahapnya sudah/);
    expect(calls).not.toContain('Kota Mataram');
    const { text } = await province.get(WEEK);
    expect(text).toContain('<a href="/lke/52.08/2026#judul-tenggat">Tenggat tahapnya sudah');
    expect(text).toContain('<a href="/lke/52.02/2026/belum-terisi">Tenggat dekat dan 113');
    expect(text).toContain('<a href="/lke/52.02/2026/riwayat">Tidak ada kegiatan');
  });

  it('writes the letter herself, and waits for TPI once it is sent', async () => {
    await setStage(zi.deps.store, LOBAR, 'menunggu-tpi');
    const row = () => rowOf(province, OVERSIGHT, 'KPU Kabupaten Lombok Barat');
    expect(await row()).toContain('giliran KPU Provinsi');
    await decideLayak(LOBAR, '2026-03-30T01:00:00.000Z');
    expect(await row()).toContain('giliran TPI');
    expect(await sectionOf(province, WEEK, WAIT)).toContain('KPU Kabupaten Lombok Barat');
  });
});

describe('the centre that asks whom to ring up', () => {
  it('rings up satker and provinces, waits for TPI and TPN, and counts only calls', async () => {
    const centre = await zi.signIn('pusat');
    const calls = await sectionOf(centre, WEEK, CALLS);
    expect(calls).toContain('Giliran KPU Provinsi: hubungi KPU Kabupaten Lombok Barat');
    expect(calls).toContain('Giliran Tim satker: hubungi');
    const wait = await sectionOf(centre, WEEK, WAIT);
    expect(wait).toContain('Giliran TPN: menunggu KPU Kabupaten Lombok Timur');
    const sums = await rowOf(centre, '/pengawasan/2026', 'Nusa Tenggara Barat');
    expect(sums).toMatch(/ 3 11 9$/);
    expect(await readPage(centre, '/pengawasan/2026?perhatian=hubungi&provinsi=52')).toContain(
      '9 dari 553 satker',
    );
  });
});

async function decideLayak(satkerCode: string, sentAt: string): Promise<void> {
  const { store } = zi.deps;
  const { id } = await store.db
    .selectFrom('lke')
    .select('id')
    .where('satker_code', '=', satkerCode)
    .executeTakeFirstOrThrow();
  await store.write((tx) =>
    tx
      .insertInto('lke_decision')
      .values({
        lke_id: id,
        round: 1,
        tier: 'pendahuluan',
        kind: 'layak',
        effect: 'moves',
        reason: '',
        letter_number: '1/2026',
        letter_day: '2026-03-30',
        letter_recorded_at: sentAt,
        detail: null,
        decided_by: null,
        decided_by_name: 'Baiq Ratna Dewi',
        decided_role: 'sekretaris-provinsi',
        decided_at: sentAt,
      })
      .execute(),
  );
}
