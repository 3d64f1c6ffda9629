import { existsSync } from 'node:fs';
import { migrations } from '../../migrations/index.js';
import { dataFolder, type DataFolder } from '../db/data-folder.js';
import { databaseFaults } from '../db/database-faults.js';
import { readHeadFile } from '../db/history-head.js';
import { appliedMigrations, nextMigration, NewerDatabaseError } from '../db/migrate.js';
import { openSnapshot, type Snapshot } from '../db/open-snapshot.js';
import { verifyHistoryAgainst } from '../db/verify-history.js';
import { verifyScores } from '../features/lke/verify-scores.js';
import { loadInstruments } from '../instruments.js';
import { verifyEvidence } from './verify-evidence.js';
import { dataPath, EXIT_FAILED, EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';

/** `verify`: history chain, stored scores, evidence files and the database itself; only reads. */
export async function runVerify(argv: readonly string[], io: Io, env: Env): Promise<number> {
  if (argv.length > 0) return refuse(io, [{ field: '', code: 'no-arguments' }]);
  const folder = dataFolder(dataPath(env));
  if (!existsSync(folder.database)) {
    const args = { folder: folder.root };
    return refuse(io, [{ field: 'ZI_DATA', code: 'no-database', args }]);
  }
  // Read before the snapshot: a head may lag behind the database, never lead it.
  const head = readHeadFile(folder.headFile);
  const snapshot = openSnapshot(folder.database);
  try {
    const unfit = await whyUnfit(snapshot);
    if (unfit !== null) return refuse(io, [{ field: 'ZI_DATA', code: unfit }]);
    const verdict = await verdictOf(snapshot, folder, head);
    printJson(io, verdict);
    return verdict.ok ? EXIT_OK : EXIT_FAILED;
  } finally {
    await snapshot.close();
  }
}

async function whyUnfit(snapshot: Snapshot): Promise<string | null> {
  try {
    const next = nextMigration(await appliedMigrations(snapshot.db), [...migrations.keys()]);
    return next === null ? null : 'database-older';
  } catch (error) {
    if (error instanceof NewerDatabaseError) return 'database-newer';
    throw error;
  }
}

async function verdictOf(
  snapshot: Snapshot,
  folder: DataFolder,
  head: ReturnType<typeof readHeadFile>,
) {
  const database = databaseFaults(snapshot.connection);
  const history = await verifyHistoryAgainst(snapshot.db, head);
  const scores = await verifyScores(snapshot, loadInstruments());
  const evidence = await verifyEvidence(snapshot.db, folder);
  const faults = [
    database.integrity,
    database.references,
    history.faults,
    scores.faults,
    evidence.faults,
  ];
  return { ok: faults.every((list) => list.length === 0), database, history, scores, evidence };
}
