import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

/** A no that opens the LKE again is told to the satker wherever it would look for its work. */
const LKE = `/lke/${MATARAM}/2026`;
const DECISION = `${LKE}/keputusan/pendahuluan`;
const REASON = 'Ambang area 5 belum cukup.';

let zi: TestApp;
let ketua: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  ketua = await zi.signIn('ketua.mataram');
  await submit(ketua, MATARAM);
  const head = await zi.signIn('sekretaris.provinsi');
  const choice = 'decide-belum-layak-reopens';
  const reply = await sendForm(head, DECISION, DECISION, { checked: 'on', choice, reason: REASON });
  expect(reply.status).toBe(303);
}, 60_000);
afterEach(() => zi.close());

const read = async (url: string): Promise<string> =>
  readableText((await ketua.get(url).expect(200)).text);

it.each([
  [LKE, 'Penilaian pendahuluan memutuskan belum layak dan membuka LKE lagi'],
  [`${LKE}/pengajuan`, 'Pengajuan 1 diputuskan belum layak dan LKE dibuka lagi'],
  [`${LKE}/pengajuan`, REASON],
  ['/perbaikan', REASON],
  ['/perbaikan', 'Semua indikator dibuka kembali.'],
  ['/perbaikan', 'Semua indikator terbuka untuk diperbaiki; alasannya di bawah.'],
])('stands on %s: %s', async (url, words) => {
  expect(await read(url)).toContain(words);
});

it('is over once the satker hands in again', async () => {
  expect((await submit(ketua, MATARAM)).status).toBe(303);
  expect(await read('/perbaikan')).not.toContain(REASON);
  expect(await read(LKE)).not.toContain('membuka LKE lagi');
});
