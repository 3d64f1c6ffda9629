import type { Response } from 'supertest';
import { MATARAM } from '../../fixtures/cast.js';
import { lheChecks } from '../../src/features/lhe/checks.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { formTo } from '../support/html.js';
import { historyLength } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';
import { lkeOf, sendForm } from '../support/submitting.js';
import { DAY, yearSteps, type YearSteps } from '../support/year-steps.js';

/** What TPI's report leaves open is named before it goes out, and nothing is printed as TPI's that is not. */
const LKE = `/lke/${MATARAM}/2026`;
const LHE = `${LKE}/lhe`;
const DECISION = `${LKE}/keputusan/tpi`;
const DRAFT = 'Tingkatkan hal-hal berikut';

let zi: TestApp;
let year: YearSteps;

beforeEach(async () => {
  zi = await startTestApp();
  year = yearSteps(zi);
  await year.foundLayak(MATARAM, 'ketua.mataram');
  await year.recommend('12/2026', MATARAM);
  await year.send('tpi.anggota', DECISION, {}, `${LKE}/penilaian-tpi`);
  await assessAs(zi, await lkeOf(zi, MATARAM), 'tpi', {
    'A.I.1.i.b': { kind: 'choice', letter: 'B' },
  });
  const head = { agency: 'KPU', address: 'Jalan', city: 'Jakarta', position: 'P', name: 'N' };
  await year.send('tpi.ketua', `${LKE}/kop/lhe`, head);
  await year.send('tpi.ketua', LHE, { number: 'LHE-7/2026', day: DAY }, `${LHE}/nomor`);
}, 60_000);
afterEach(() => zi.close());

async function bothConfirm(): Promise<void> {
  const page = `${LKE}/tinjauan/tpi`;
  for (const who of ['tpi.ketua', 'tpi.dalnis'])
    await year.send(who, page, {}, `${page}/konfirmasi`);
}

async function writeChecks(): Promise<void> {
  for (const { key } of lheChecks()) {
    await year.send('tpi.anggota', LHE, { text: 'Uraian TPI.' }, `${LHE}/bagian/${key}`);
  }
}

async function conclude(fields: Record<string, string>): Promise<Response> {
  const agent = await year.as('tpi.ketua');
  return sendForm(agent, DECISION, DECISION, { checked: 'on', ...fields });
}

const read = async (who: string, url: string): Promise<string> =>
  readableText((await (await year.as(who)).get(url).expect(200)).text);

const MEMENUHI = { choice: 'conclude-memenuhi' };
const BELUM = { choice: 'conclude-belum-memenuhi-ends', reason: 'Survei tidak sahih.' };

it('memenuhi is refused while one of the eight checks has no words, with or without the tick', async () => {
  await bothConfirm();
  for (const gaps of [{}, { gaps: 'on' }]) {
    const refused = await conclude({ ...MEMENUHI, ...gaps });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('Belum diputuskan. Periksa bagian berikut;');
    expect(readableText(refused.text)).toContain(
      'delapan hal yang diperiksa TPI sudah diuraikan dalam LHE',
    );
  }
  expect((await lkeOf(zi, MATARAM)).stage).toBe('tpi');
});

it('memenuhi without written recommendations asks for the tick that names them', async () => {
  await writeChecks();
  await bothConfirm();
  const page = await read('tpi.ketua', DECISION);
  expect(page).toContain('LHE ditetapkan tanpa uraian pada bagian di atas.');
  expect(page).toContain('Area 1. Manajemen Perubahan');
  const refused = await conclude(MEMENUHI);
  expect([refused.status, readableText(refused.text).includes('Masih ada bagian LHE')]).toEqual([
    422,
    true,
  ]);
  expect((await conclude({ ...MEMENUHI, gaps: 'on' })).status).toBe(303);
  const paper = await read('ketua.mataram', `${LHE}/1/cetak`);
  expect(paper).toContain('Tidak diuraikan TPI.');
  expect(paper).not.toContain(DRAFT);
});

it('belum memenuhi may go out with empty checks, once somebody says so', async () => {
  await bothConfirm();
  expect((await conclude(BELUM)).status).toBe(422);
  expect((await conclude({ ...BELUM, gaps: 'on' })).status).toBe(303);
  expect((await lkeOf(zi, MATARAM)).stage).toBe('belum-memenuhi');
});

it('what the product proposes is no word of TPI until somebody keeps it', async () => {
  expect(await read('tpi.anggota', LHE)).toContain(DRAFT);
  expect(await read('tpi.anggota', `${LHE}/1/cetak`)).not.toContain(DRAFT);
  await year.send('tpi.anggota', LHE, {}, `${LHE}/usulan`);
  expect(await read('tpi.anggota', LHE)).toContain('7 bagian tersimpan di LHE.');
  expect(await read('tpi.anggota', `${LHE}/1/cetak`)).toContain(DRAFT);
  expect(await historyRows(zi, 'lhe.text')).toHaveLength(7);
  expect(await read('tpi.anggota', LHE)).not.toContain('Usulan yang belum disimpan');
});

it('proposals that changed since they were read are kept by nobody', async () => {
  const agent = await year.as('tpi.anggota');
  const { fields } = formTo((await agent.get(LHE).expect(200)).text, `${LHE}/usulan`);
  await year.send('tpi.ketua', LHE, { text: 'Kata ketua.' }, `${LHE}/bagian/rekomendasi-1`);
  const before = await historyLength(zi);
  const late = await agent.post(`${LHE}/usulan`).type('form').send(fields);
  expect([late.status, await historyLength(zi)]).toEqual([409, before]);
  expect(readableText(late.text)).toContain('Usulan berubah sejak Anda baca');
});
