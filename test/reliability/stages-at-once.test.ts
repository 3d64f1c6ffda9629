import { lheChecks } from '../../src/features/lhe/checks.js';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import { judge } from '../../src/domain/predikat/gates.js';
import { readScore, readSheet, type Lke } from '../../src/features/lke/store.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { isConfirmed } from '../../src/features/review/store.js';
import { verifySubmissions } from '../../src/features/submission/store.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { formsIn } from '../support/html.js';
import { randomFrom } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { completeLke, lkeOf } from '../support/submitting.js';

/**
 * Team, province and TPI of one LKE do at the same moment what their pages offer: submit, edit,
 * assess, return, decide, confirm, conclude, take back. Whoever wins, nobody passes what does not hold then.
 */
const ROUNDS = rounds(60, 1500);
const AT_ONCE = 3;
const LKE = `/lke/${MATARAM}/2026`;
const CODES = ['A.I.1.i.a', 'A.I.1.i.b', 'A.I.2.i.a', 'A.II.1.i.a', 'A.II.1.i.b', 'B.I.a'] as const;
const JUDGED = ['A.I.1.i.b', 'A.I.2.i.a'] as const;
const HEAD = {
  agency: 'KPU',
  address: 'Jalan Langko 17',
  city: 'Mataram',
  position: 'Sekretaris',
  name: 'Baiq Ratna Dewi',
  addressee: 'Yth. Inspektur Utama',
};

const random = randomFrom(20261122);
let made = 0;
const next = (): string => String((made += 1));
let zi: TestApp;
const people = new Map<string, TestAgent>();

beforeAll(async () => {
  zi = await startTestApp();
  const names = ['ketua.mataram', 'provinsi', 'sekretaris.provinsi'];
  for (const name of [...names, 'tpi.anggota', 'tpi.ketua', 'tpi.dalnis']) {
    people.set(name, await zi.signIn(name));
  }
  await completeLke(zi, MATARAM);
}, 60_000);
afterAll(() => zi.close());

type Fields = Readonly<Record<string, string>>;

/** As a browser would: what the page offers at that moment, sent a moment later. */
async function send(who: string, page: string, fields: Fields = {}, action = page): Promise<void> {
  const agent = people.get(who);
  if (agent === undefined) throw new Error(`nobody is called ${who}`);
  const shown = await agent.get(`${LKE}${page}`);
  const form = formsIn(shown.text).find((one) => one.action === `${LKE}${action}`);
  const said = { ...form?.fields, ...fields };
  const reply = form && (await agent.post(`${LKE}${action}`).type('form').send(said));
  const statuses = [200, 303, 403, 409, 422];
  expect(statuses).toContain(shown.status);
  if (reply !== undefined)
    expect([action, statuses.includes(reply.status)]).toEqual([action, true]);
}

const answer = (): string => `/jawaban/${random.pick(CODES)}`;
const review = (tier: JudgingTier): string => `/tinjauan/${tier}/${random.pick(JUDGED)}`;
const differs = (): Fields => ({ letter: random.pick(['A', 'B']), reason: `Beda ${next()}.` });
const back = (): Fields => ({
  reason: 'Lengkapi.',
  opens: random.pick(['semua', 'sebagian']),
  [`kode-${random.pick(CODES)}`]: 'on',
});

/** What is missing of a tier, accepted as claimed. */
async function assess(who: string, tier: JudgingTier): Promise<void> {
  const lke = await lkeOf(zi, MATARAM);
  if (lke.stage !== tier) return;
  if ((await readScore(zi.deps.store.db, lke.id, tier)) === null) {
    await assessAs(zi, lke, tier);
    return;
  }
  const { score } = await readSheet(zi.deps.store.db, zi.deps.instruments, lke, tier);
  for (const [code, { state }] of score.indicators) {
    if (state === 'unanswered') await send(who, `/tinjauan/${tier}/${code}`, { accept: '1' });
  }
}

async function sendLetter(): Promise<void> {
  const head = 'sekretaris.provinsi';
  await send(head, '/kop/surat', HEAD);
  await send(head, '/surat', { number: `S-${next()}`, day: '2026-03-09' });
  await send(head, '/surat', {}, '/surat/pengiriman');
}

async function numberReport(): Promise<void> {
  await send('tpi.ketua', '/kop/lhe', HEAD);
  await send('tpi.ketua', '/lhe', { number: 'LHE-1', day: '2026-03-09' }, '/lhe/nomor');
}

const decide = (choice: string): Promise<void> =>
  send('sekretaris.provinsi', '/keputusan/pendahuluan', { choice, reason: 'x', checked: 'on' });
const conclude = (choice: string): Promise<void> =>
  send('tpi.ketua', '/keputusan/tpi', { choice, reason: 'x', checked: 'on', gaps: 'on' });
async function writeReport(): Promise<void> {
  for (const { key } of lheChecks()) {
    await send('tpi.anggota', '/lhe', { text: 'Uraian.' }, `/lhe/bagian/${key}`);
  }
}
const confirm = (who: string): Promise<void> =>
  send(who, '/tinjauan/tpi', {}, '/tinjauan/tpi/konfirmasi');
/** What stands on a mistake, by whoever decided it. */
const takeBack = (who: string): Promise<void> =>
  send(who, '/keputusan/penarikan', { reason: 'Keliru.', checked: 'on' });
const seldom = (act: () => Promise<void>) => async () => {
  if (random.below(4) === 0) await act();
};

/** Those that lead on stand more than once, so that the LKE gets to its end now and then. */
const ACTS: readonly (() => Promise<void>)[] = [
  () => send('ketua.mataram', answer(), { note: `Catatan ${next()}.` }),
  () => send('ketua.mataram', answer(), { links: `https://contoh.example/${next()}` }),
  ...twice(() => send('ketua.mataram', '/pengajuan', { checked: 'on' })),
  ...twice(() => assess('provinsi', 'pendahuluan')),
  () => send('provinsi', review('pendahuluan'), differs()),
  seldom(() => send('provinsi', '/pengembalian', back())),
  ...twice(() => decide('decide-layak')),
  seldom(() => decide('decide-belum-layak-reopens')),
  ...twice(sendLetter),
  ...twice(() => send('tpi.anggota', '/keputusan/tpi', {}, '/penilaian-tpi')),
  ...twice(() => assess('tpi.anggota', 'tpi')),
  () => send('tpi.anggota', review('tpi'), differs()),
  seldom(() => send('tpi.anggota', '/pengembalian', back())),
  ...twice(writeReport),
  seldom(() => send('tpi.anggota', '/lhe', { text: `Inovasi ${next()}.` }, '/lhe/bagian/inovasi')),
  ...twice(() => confirm('tpi.ketua')),
  ...twice(() => confirm('tpi.dalnis')),
  numberReport,
  ...twice(() => conclude('conclude-memenuhi')),
  seldom(() => conclude('conclude-belum-memenuhi-reopens')),
  seldom(() => takeBack('sekretaris.provinsi')),
  seldom(() => takeBack('tpi.ketua')),
];

function twice<T>(act: T): readonly T[] {
  return [act, act];
}

it(
  `after each of ${ROUNDS} moments everything stored holds, and no stage was reached without its due`,
  async () => {
    const reached = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      zi.clock.advance(1000);
      await Promise.all(Array.from({ length: AT_ONCE }, () => random.pick(ACTS)()));
      const lke = await lkeOf(zi, MATARAM);
      reached.add(lke.stage);
      expect([round, lke.stage, await faultsAt(lke)]).toEqual([round, lke.stage, []]);
      if (lke.stage === 'siap-diusulkan' && random.below(3) === 0) await startOver(lke);
    }
    expect(reached.size).toBeGreaterThan(2);
  },
  LONG_TEST_MS,
);

async function faultsAt(lke: Lke): Promise<readonly string[]> {
  const { store, instruments } = zi.deps;
  const faults = [...(await verifyScores(store, instruments)).faults];
  faults.push(...(await verifySubmissions(store.db)).faults);
  const isPast = ['menunggu-tpi', 'tpi', 'siap-diusulkan'].includes(lke.stage);
  if (isPast && !(await passes(lke, 'pendahuluan'))) faults.push('layak without its due');
  if (lke.stage !== 'siap-diusulkan') return faults;
  if (!(await passes(lke, 'tpi'))) faults.push('memenuhi without its due');
  if (!(await isConfirmed(store.db, lke.id, 'tpi'))) faults.push('memenuhi unconfirmed');
  return faults;
}

/** Every indicator assessed, of the claim as it stands, and every gate passed. */
async function passes(lke: Lke, tier: JudgingTier): Promise<boolean> {
  const { store, instruments } = zi.deps;
  const { score } = await readSheet(store.db, instruments, lke, tier);
  const { passed } = judge(instruments.ruleset(lke.rulesetId), lke.target, score);
  return passed && score.answered === score.of;
}

async function startOver({ id }: Lke): Promise<void> {
  await zi.deps.store.write((tx) =>
    tx.updateTable('lke').set({ stage: 'pengisian' }).where('id', '=', id).execute(),
  );
}
