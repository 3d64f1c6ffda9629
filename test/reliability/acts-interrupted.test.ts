import { MATARAM } from '../../fixtures/cast.js';
import { runVerify } from '../../src/cli/verify.js';
import type { Store } from '../../src/db/store.js';
import { parseLetter, readProposalForm } from '../../src/features/proposal/form.js';
import { propose } from '../../src/features/proposal/propose.js';
import { sendLetter } from '../../src/features/letter/send-letter.js';
import { recordDecree } from '../../src/features/tpn/record-decree.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { testIo } from '../support/cli.js';
import { strikeEverywhere } from '../support/failing-at.js';
import { formTo } from '../support/html.js';
import { completeLke, lkeOf, submit } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';
import { DAY, yearSteps, type YearSteps } from '../support/year-steps.js';

/** What writes over several LKE, interrupted at every statement: before or after, never between. */
const LOTENG = '52.02';
const LEADS = { [MATARAM]: 'ketua.mataram', [LOTENG]: 'ketua.loteng' } as const;
const ACTOR = { userId: null, name: 'Hendra Wijaya', role: 'penilai-pusat', origin: 'web ::1' };

let zi: TestApp;
let steps: YearSteps;

beforeEach(async () => {
  zi = await startTestApp();
  steps = yearSteps(zi);
});
afterEach(async () => {
  const io = testIo();
  expect([await runVerify([], io, { ZI_DATA: zi.folder }), io.err()]).toEqual([0, '']);
  await zi.close();
});

const strike = <Done>(act: (store: Store) => Promise<Done>) =>
  strikeEverywhere({ folder: zi.folder, store: zi.deps.store }, act);

async function bothAt(stage: 'siap-diusulkan' | 'tpn'): Promise<void> {
  for (const [satker, lead] of Object.entries(LEADS)) {
    await completeLke(zi, satker);
    expect((await submit(await steps.as(lead), satker)).status).toBe(303);
    await assessFully(zi, satker, 'tpi');
    await setStage(zi.deps.store, satker, stage);
  }
}

const stages = () =>
  Promise.all(Object.keys(LEADS).map(async (satker) => (await lkeOf(zi, satker)).stage));

it('proposing two satker with one letter', async () => {
  await bothAt('siap-diusulkan');
  const page = '/pengusulan/2026';
  const { fields } = formTo((await (await steps.as('pusat')).get(page)).text, page);
  const chosen = Object.keys(LEADS).flatMap((code) => [
    [`pilih-${code}`, 'on'],
    [`alasan-${code}`, 'Dokumen menyusul.'],
  ]);
  const body = { ...fields, ...Object.fromEntries(chosen), number: '9/2026', day: DAY };
  const typed = readProposalForm(body);
  const { value: letter } = parseLetter(typed, '2026-03-10');
  const year = { year: 2026, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
  const { points, done } = await strike((store) =>
    propose({ ...zi.deps, store }, { year, letter, typed, actor: ACTOR }),
  );
  expect(done).toMatchObject({ outcome: 'done', satker: 2 });
  expect(points).toBeGreaterThan(20);
  expect(await stages()).toEqual(['tpn', 'tpn']);
}, 60_000);

it('sending one letter that recommends two satker', async () => {
  for (const [satker, lead] of Object.entries(LEADS)) await steps.foundLayak(satker, lead);
  await steps.draftLetter('7/2026', MATARAM, LOTENG);
  const page = `/lke/${MATARAM}/2026/surat`;
  const html = (await (await steps.as('sekretaris.provinsi')).get(page)).text;
  const { fields } = formTo(html, `${page}/pengiriman`);
  const shown = Object.values(fields).find((value) => /^[0-9a-f]{64}$/.test(value)) ?? '';
  const lke = await lkeOf(zi, MATARAM);
  const roles = ['sekretaris-provinsi'] as const;
  const { points, done } = await strike((store) =>
    sendLetter({ ...zi.deps, store }, { lke, roles, shown, actor: ACTOR }),
  );
  expect(done).toEqual({ outcome: 'sent' });
  expect(points).toBeGreaterThan(20);
}, 60_000);

it('recording what TPN decided, with the entry of the register', async () => {
  await bothAt('tpn');
  const lke = await lkeOf(zi, MATARAM);
  const decree = { kind: 'ditetapkan', number: '900/2026', day: DAY, reason: '' } as const;
  const request = { lke, roles: ['penilai-pusat'] as const, ...decree, actor: ACTOR };
  const { version: expectedVersion } = lke;
  const { points, done } = await strike((store) =>
    recordDecree({ ...zi.deps, store }, { ...request, expectedVersion }),
  );
  expect(done).toMatchObject({ kind: 'done' });
  expect(points).toBeGreaterThan(10);
  expect(await stages()).toEqual(['ditetapkan', 'tpn']);
}, 60_000);
