import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setDate } from '../support/oversight.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

/** Assessors read until when they have, and what the satker is left with after a return. */
const LKE = `/lke/${MATARAM}/2026`;
const TIER = `${LKE}/tinjauan/pendahuluan`;
const RETURN = `${LKE}/pengembalian`;
const DAY = 86_400_000;

let zi: TestApp;
let province: TestAgent;
let lead: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  lead = await zi.signIn('ketua.mataram');
  expect((await submit(lead, MATARAM)).status).toBe(303);
}, 60_000);
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

async function pastDays(days: number): Promise<void> {
  const end = new Date(zi.clock.now.getTime() + 3 * DAY).toISOString().slice(0, 10);
  await setDate(zi, 'pendahuluan-tutup', end);
  zi.clock.advance(days * DAY);
  province = await zi.signIn('provinsi');
}

describe('an assessor whose stage has a date', () => {
  it('reads it before it comes, and the satker’s own on the page of a return', async () => {
    await pastDays(0);
    expect(await read(province, TIER)).toMatch(/Tenggat tahap ini: .* WIB .*\. 3 hari lagi\./);
    expect(await read(province, RETURN)).toMatch(
      /Tenggat satker untuk memperbaikinya: .* 3 hari lagi\./,
    );
  });

  it('reads afterwards what can still be done', async () => {
    await pastDays(6);
    const text = await read(province, TIER);
    expect(text).toContain('Tenggat tahap ini sudah lewat');
    expect(text).toContain('minta administrator memberi tanggal khusus');
  });

  it('is told before returning that the satker would be late from the start', async () => {
    await pastDays(6);
    expect(await read(province, RETURN)).toContain(
      'Tenggat satker untuk memperbaikinya sudah lewat',
    );
    const sent = await sendForm(province, RETURN, RETURN, { reason: 'Perbaiki.', opens: 'semua' });
    expect(sent.status).toBe(303);
    lead = await zi.signIn('ketua.mataram');
    expect(await read(lead, `${LKE}/pengajuan`)).toContain('akan tercatat terlambat');
  });

  it('reads no date where none is set, and none of a stage that is not theirs', async () => {
    province = await zi.signIn('provinsi');
    expect(await read(province, TIER)).not.toContain('Tenggat tahap ini');
    expect(await read(province, RETURN)).not.toContain('Tenggat satker');
    await setDate(zi, 'mandiri-tutup', '2026-04-01');
    await sendForm(province, RETURN, RETURN, { reason: 'Perbaiki.', opens: 'semua' });
    expect(await read(province, TIER)).not.toContain('Tenggat tahap ini');
  });
});
