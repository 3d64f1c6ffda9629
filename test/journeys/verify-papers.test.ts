import { sql } from 'kysely';
import { MATARAM } from '../../fixtures/cast.js';
import { runVerify } from '../../src/cli/verify.js';
import { sha256, type PaperFault } from '../../src/db/verify-papers.js';
import { verifyLetters } from '../../src/features/letter/store.js';
import { verifyReports } from '../../src/features/lhe/store.js';
import { verifyProposals } from '../../src/features/proposal/store.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { captureIo } from '../support/capture-io.js';
import { messageOf } from '../support/message-of.js';
import { DAY, yearSteps } from '../support/year-steps.js';

/** What went out on paper, and what `verify` says when somebody changed it in the file. */
const BIMA = '52.72';
const CHECKS = { letters: verifyLetters, reports: verifyReports, proposals: verifyProposals };

let zi: TestApp;

beforeAll(async () => {
  zi = await startTestApp();
  const steps = yearSteps(zi);
  await steps.foundLayak(MATARAM, 'ketua.mataram');
  await steps.foundLayak(BIMA, 'ketua.bima');
  await steps.recommend('1/2026', MATARAM, BIMA);
  await steps.conclude('LHE-1/2026', MATARAM);
  await steps.conclude('LHE-2/2026', BIMA);
  const chosen = [MATARAM, BIMA].flatMap((code) => [
    [`pilih-${code}`, 'on'],
    [`alasan-${code}`, 'Dokumen menyusul.'],
  ]);
  const fields = Object.fromEntries(chosen) as Record<string, string>;
  const diperiksa = [MATARAM, BIMA].join(' ');
  await steps.send('pusat', '/pengusulan/2026', {
    ...fields,
    diperiksa,
    number: '9/2026',
    day: DAY,
  });
}, 60_000);
afterAll(() => zi.close());

class TakenBack extends Error {}

/** What the three say of a database that was changed behind its triggers; then all is as it was. */
async function verdictAfter(...harm: readonly string[]) {
  const said: { papers: string; fault: PaperFault }[] = [];
  const changed = zi.deps.store.write(async (tx) => {
    const guards = await sql<{ name: string }>`SELECT name FROM sqlite_master
      WHERE type = 'trigger'`.execute(tx);
    for (const { name } of guards.rows) await sql.raw(`DROP TRIGGER ${name}`).execute(tx);
    for (const statement of harm) {
      const { numAffectedRows } = await sql.raw(statement).execute(tx);
      expect(Number(numAffectedRows)).toBeGreaterThan(0);
    }
    for (const [papers, verify] of Object.entries(CHECKS)) {
      const { faults } = await verify(tx);
      said.push(...faults.map((fault) => ({ papers, fault })));
    }
    throw new TakenBack();
  });
  await expect(changed).rejects.toThrow(TakenBack);
  return said.map(({ papers, fault }) => `${papers} ${fault.satker} ${fault.number} ${fault.kind}`);
}

describe('verify', () => {
  it('recomputes every letter, report and annex that went out', async () => {
    const io = captureIo();
    expect(await runVerify([], io, { ZI_DATA: zi.folder })).toBe(0);
    expect(JSON.parse(io.captured().stdout)).toMatchObject({
      ok: true,
      letters: { checked: 2, unsealed: 0, faults: [] },
      reports: { checked: 2, unsealed: 0, faults: [] },
      proposals: { checked: 2, unsealed: 0, faults: [] },
    });
  });

  it.each([
    [
      'a letter that reads otherwise',
      [`UPDATE letter SET content = replace(content, '12 dari 12', '11 dari 12')`],
      ['letters 52.72 1/2026 content', 'letters 52.71 1/2026 content'],
    ],
    [
      'a letter that reads otherwise, with the hash to fit',
      [`UPDATE letter SET content = '{}', content_hash = '${sha256('{}')}'`],
      ['letters 52.72 1/2026 history', 'letters 52.71 1/2026 history'],
    ],
    [
      'a satker taken off a letter',
      [`DELETE FROM letter_lke WHERE lke_id = (SELECT id FROM lke WHERE satker_code = '52.72')`],
      ['letters 52.72 1/2026 missing'],
    ],
    [
      'a report with another score',
      [`UPDATE lhe SET content = replace(content, '100', '99') WHERE number = 'LHE-2/2026'`],
      ['reports 52.72 LHE-2/2026 content'],
    ],
    [
      'a report that is gone',
      [`DELETE FROM lhe WHERE number = 'LHE-1/2026'`],
      ['reports 52.71 LHE-1/2026 missing'],
    ],
    [
      'an annex with another score',
      [
        `UPDATE proposal_entry SET facts = json_set(facts, '$.total', '99,99')
        WHERE lke_id = (SELECT id FROM lke WHERE satker_code = '52.71')`,
      ],
      ['proposals 52.71 9/2026 history'],
    ],
    [
      'an annex without its reason',
      [`UPDATE proposal_entry SET reason = ''`],
      ['proposals 52.72 9/2026 history', 'proposals 52.71 9/2026 history'],
    ],
    [
      'a letter to TPN of another day',
      [`UPDATE proposal_letter SET day = '2026-01-01'`],
      ['proposals 52.72 9/2026 history', 'proposals 52.71 9/2026 history'],
    ],
  ])('finds %s', async (_, harm, faults) => {
    expect((await verdictAfter(...harm)).sort()).toEqual([...faults].sort());
  });

  it('counts apart what was proposed before the history kept a hash', async () => {
    const unsealed: number[] = [];
    const changed = zi.deps.store.write(async (tx) => {
      await sql`DROP TRIGGER history_no_update`.execute(tx);
      await sql`UPDATE history SET after = json_remove(after, '$.paperHash')
        WHERE action = 'lke.propose' AND satker_code = '52.71'`.execute(tx);
      const verdict = await verifyProposals(tx);
      expect(verdict.faults).toEqual([]);
      unsealed.push(verdict.unsealed);
      throw new TakenBack();
    });
    await expect(changed).rejects.toThrow(TakenBack);
    expect(unsealed).toEqual([1]);
  });
});

describe('what was proposed', () => {
  it.each(['proposal_letter', 'proposal_entry'] as const)('stays as it is in %s', async (table) => {
    const { store } = zi.deps;
    const gone = store.write((tx) => tx.deleteFrom(table).execute());
    expect(await messageOf(gone)).toContain('frozen');
    const other = store.write((tx) => sql`UPDATE ${sql.table(table)} SET id = 9`.execute(tx));
    expect(await messageOf(other)).toContain('frozen');
  });
});
