import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM, NTB } from '../../fixtures/cast.js';
import { appendHistory } from '../../src/db/history.js';
import { addPerson, setStage } from '../support/assessing.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DAY_MS, OVERSIGHT, readPage, rowOf, sectionOf } from '../support/oversight.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

const WEEK = `${OVERSIGHT}/pekan`;
const LAST_DAYS = `${WEEK}/tujuh-hari?satker=${MATARAM}`;
const NAME = 'KPU Kota Mataram';

let zi: TestApp;
let province: TestAgent;

const later = async (days: number) => {
  zi.clock.advance(days * DAY_MS);
  province = await zi.signIn('provinsi');
};

/** Handed in, assessed by the province, and now with TPI. */
const atTpi = async () => {
  await completeLke(zi, MATARAM);
  await submit(await zi.signIn('ketua.mataram'), MATARAM);
  await setStage(zi.deps.store, MATARAM, 'tpi');
};

beforeEach(async () => {
  zi = await startTestApp();
  province = await zi.signIn('provinsi');
});

afterEach(() => zi.close());

describe('whoever clicks a figure of Sepekan', () => {
  it('reads the same figures of the same seven days and the same satker, on a Monday too', async () => {
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
    await answer(zi, '52.02', { 'A.I.1.i.a': 'Ya' });
    await later(6);
    expect(await rowOf(province, OVERSIGHT, NAME)).toContain('+0,25 mandiri +1 indikator');
    const { text } = await province.get(OVERSIGHT);
    expect(text.replaceAll('&#x3D;', '=')).toContain(`<a href="${LAST_DAYS}">+0,25 <span`);
    const page = await readPage(province, LAST_DAYS);
    expect(page).toContain('Tujuh hari terakhir, 10–16 Maret 2026: KPU Kota Mataram');
    expect(page).toContain('KPU Kota Mataram Mandiri 0 → 1 0,00 → 0,25 +0,25');
    expect(page).not.toContain('Lombok Tengah');
    expect(await readPage(province, WEEK)).toContain('Tidak ada nilai yang berubah pekan ini.');
    await later(1);
    expect(await rowOf(province, OVERSIGHT, NAME)).toContain('tetap');
    expect(await readPage(province, LAST_DAYS)).toContain('berubah dalam tujuh hari itu.');
  });

  it('reads what the further tiers did, where they may be seen', async () => {
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
    await setStage(zi.deps.store, MATARAM, 'pendahuluan');
    await later(8);
    await assessFully(zi, MATARAM, 'pendahuluan');
    const row = await rowOf(province, OVERSIGHT, NAME);
    expect(row).toMatch(/\+\d+,\d\d pendahuluan \+113 indikator/);
    expect(row).not.toContain('mandiri +');
    expect(await readPage(province, LAST_DAYS)).toMatch(/Mataram Pendahuluan 0 → 113 0,00 →/);
    const lead = await zi.signIn('ketua.mataram');
    expect(await rowOf(lead, OVERSIGHT, NAME)).toContain('tetap');
    expect(await readPage(lead, LAST_DAYS)).not.toContain('Pendahuluan 0 → 113');
  });

  it('finds no page of a satker out of reach, as of one that does not exist', async () => {
    for (const code of ['51.71', 'x', '']) {
      await province.get(`${WEEK}/tujuh-hari?satker=${code}`).expect(404);
    }
  });
});

describe('whoever reads the week', () => {
  it('reads totals recorded by TPN as a changed score, and what they were before', async () => {
    await setStage(zi.deps.store, MATARAM, 'tpn');
    const page = `/lke/${MATARAM}/2026/tpn`;
    const record = async (total: string) => {
      const sent = await sendForm(await zi.signIn('pusat'), page, `${page}/nilai`, { total });
      expect(sent.status).toBe(303);
    };
    await record('81.25');
    const first = await readPage(await zi.signIn('pusat'), WEEK);
    expect(first).toContain(
      'KPU Kota Mataram TPN hanya total 0,00 → 81,25 (total tercatat) +81,25',
    );
    await later(7);
    await record('80');
    const next = await readPage(await zi.signIn('pusat'), WEEK);
    expect(next).toContain('81,25 (total tercatat) → 80,00 (total tercatat) −1,25');
    const centre = await zi.signIn('pusat');
    expect(await rowOf(centre, OVERSIGHT, NAME)).toContain('−1,25 TPN');
    expect(await readPage(province, WEEK)).toContain('Tidak ada nilai yang berubah pekan ini.');
  });

  it('reads what TPI returned to the province before the satker does', async () => {
    await atTpi();
    const ketua = await zi.signIn('tpi.ketua');
    const back = `/lke/${MATARAM}/2026/pengembalian`;
    const sent = await sendForm(ketua, back, back, { reason: 'Bukti area 4.', opens: 'semua' });
    expect(sent.status).toBe(303);
    const returned = await sectionOf(province, WEEK, 'Apa yang kembali');
    expect(returned).toContain('dari Penilaian TPI kepada KPU Provinsi untuk diteruskan');
    expect(returned).toContain('Bukti area 4.');
    const lead = await zi.signIn('ketua.mataram');
    expect(await sectionOf(lead, WEEK, 'Apa yang kembali')).toContain('Tidak ada pengembalian');
    const on = await sendForm(province, back, back, { reason: 'Lihat TPI.', opens: 'semua' });
    expect(on.status).toBe(303);
    expect(await sectionOf(lead, WEEK, 'Apa yang kembali')).toContain(
      'dari Penilaian TPI, diteruskan KPU Provinsi kepada satker',
    );
  });

  it('reads letters to TPI and that TPI began', async () => {
    const clerk = await addPerson(zi.deps.store, 'sekretaris-provinsi', NTB);
    for (const action of ['letter.send', 'lke.begin-tpi']) {
      const entry = { action, subject: MATARAM, satkerCode: MATARAM, year: 2026 };
      await zi.deps.store.write((tx) => appendHistory(tx, clerk, entry, zi.clock.now));
    }
    const events = await sectionOf(province, WEEK, 'Apa yang diputuskan dan diteruskan');
    expect(events).toContain('Surat rekomendasi kepada TPI dikirim, 10 Maret 2026 10.00 WITA');
    expect(events).toContain('TPI mulai menilai, 10 Maret 2026 10.00 WITA');
  });

  it('does not read of this week on the page of a past one, nor is its tab marked', async () => {
    await later(7);
    const past = await readPage(province, `${WEEK}/2026-W11`);
    expect(past).toContain('Pekan ke-11 tahun 2026, 9–15 Maret: Nusa Tenggara Barat');
    expect(past).not.toContain('pekan ini');
    expect(past).toContain('Tidak ada pengajuan pada pekan itu.');
    const { text } = await province.get(`${WEEK}/2026-W11`);
    expect(text).not.toContain('aria-current="page">Ringkasan pekan');
    const turn = await readPage(province, `${WEEK}/2026-W01`);
    expect(turn).toContain('Pekan ke-1 tahun 2026, 29 Desember 2025–4 Januari 2026');
  });
});
