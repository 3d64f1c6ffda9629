import { dataFolder, type DataFolder } from '../db/data-folder.js';
import { databaseFaults } from '../db/database-faults.js';
import { readHeadFile } from '../db/history-head.js';
import type { Snapshot } from '../db/open-snapshot.js';
import { verifyHistory } from '../db/verify-history.js';
import { verifyLetters } from '../features/letter/store.js';
import { verifyReports } from '../features/lhe/store.js';
import { verifyScores } from '../features/lke/verify-scores.js';
import { verifyProposals } from '../features/proposal/store.js';
import { verifySubmissions } from '../features/submission/store.js';
import { loadInstruments } from '../instruments.js';
import { verifyEvidence } from './verify-evidence.js';
import { dataPath, EXIT_FAILED, EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { withSnapshot } from './with-snapshot.js';

/**
 * `verify`: history chain, stored scores, evidence files, submissions, papers and the database
 * itself; only reads.
 */
export async function runVerify(argv: readonly string[], io: Io, env: Env): Promise<number> {
  if (argv.length > 0) return refuse(io, [{ field: '', code: 'no-arguments' }]);
  const folder = dataFolder(dataPath(env));
  // Read before the snapshot: a head may lag behind the database, never lead it.
  const head = readHeadFile(folder.headFile);
  const outcome = await withSnapshot(env, async (snapshot) => {
    return { ok: true, value: await verdictOf(snapshot, folder, head) };
  });
  if (!outcome.ok) return refuse(io, outcome.problems);
  printJson(io, outcome.value);
  return outcome.value.ok ? EXIT_OK : EXIT_FAILED;
}

async function verdictOf(
  snapshot: Snapshot,
  folder: DataFolder,
  head: ReturnType<typeof readHeadFile>,
) {
  const database = databaseFaults(snapshot.connection);
  const history = await verifyHistory(snapshot.db, head);
  const scores = await verifyScores(snapshot, loadInstruments());
  const evidence = await verifyEvidence(snapshot.db, folder);
  const submissions = await verifySubmissions(snapshot.db);
  const letters = await verifyLetters(snapshot.db);
  const reports = await verifyReports(snapshot.db);
  const proposals = await verifyProposals(snapshot.db);
  const faults = [
    database.integrity,
    database.references,
    history.faults,
    scores.faults,
    evidence.faults,
    submissions.faults,
    letters.faults,
    reports.faults,
    proposals.faults,
  ];
  return {
    ok: faults.every((list) => list.length === 0),
    database,
    history,
    scores,
    evidence,
    submissions,
    letters,
    reports,
    proposals,
  };
}
