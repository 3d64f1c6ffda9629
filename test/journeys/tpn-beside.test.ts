import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

/** A field score that TPN gave as totals stands beside the tiers that answered. */
const LKE = `/lke/${MATARAM}/2026`;

let zi: TestApp;

beforeAll(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  await assessFully(zi, MATARAM, 'tpi');
  await setStage(zi.deps.store, MATARAM, 'tpn');
  const typed = { total: '81,25', pengungkit: '50,25', hasil: '31' };
  const reply = await sendForm(await zi.signIn('pusat'), `${LKE}/tpn`, `${LKE}/tpn/nilai`, typed);
  expect(reply.status).toBe(303);
}, 60_000);
afterAll(() => zi.close());

const seenBy = async (username: string): Promise<string> => {
  const page = await (await zi.signIn(username)).get(`${LKE}/perbandingan`).expect(200);
  return readableText(page.text);
};

it('with its parts, for the centre', async () => {
  const page = await seenBy('pusat');
  expect(page).toContain('TPN, nilai lapangan yang berlaku');
  expect(page).toContain('dicatat sebagai jumlah');
  expect(page).toMatch(/Nilai total 100 [^A-Z]*81,25/);
  expect(page).toMatch(/Pengungkit 60 [^A-Z]*50,25/);
  expect(page).toMatch(/Hasil 40 [^A-Z]*31,00/);
});

it('hidden from the satker until TPN decided', async () => {
  expect(await seenBy('ketua.mataram')).not.toContain('nilai lapangan');
  await setStage(zi.deps.store, MATARAM, 'ditetapkan');
  expect(await seenBy('ketua.mataram')).toContain('81,25');
});

it('with two decimals throughout on the page of the result, whole numbers too', async () => {
  const page = await (await zi.signIn('pusat')).get(`${LKE}/tpn`).expect(200);
  expect(readableText(page.text)).toContain('81,25 50,25 31,00');
});

it('judged by the gates that totals tell of, and silent about the others', async () => {
  const words = await seenBy('pusat');
  expect(words).toContain('2 ambang yang diketahui terpenuhi; yang lain tidak dirinci TPN');
  await setStage(zi.deps.store, MATARAM, 'tpn');
  const typed = { total: '70,25', pengungkit: '45,25', hasil: '25' };
  await sendForm(await zi.signIn('pusat'), `${LKE}/tpn`, `${LKE}/tpn/nilai`, typed);
  const page = await seenBy('pusat');
  expect(page).toContain('Belum memenuhi: 1 dari 2 ambang yang diketahui kurang');
  expect(page).toMatch(/Nilai total 75,00 .*70,25 Kurang 4,75 poin Pengungkit 40,00/);
});
