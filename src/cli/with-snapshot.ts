import { existsSync } from 'node:fs';
import { migrations } from '../../migrations/index.js';
import { dataFolder } from '../db/data-folder.js';
import { appliedMigrations, nextMigration, NewerDatabaseError } from '../db/migrate.js';
import { openSnapshot, type Snapshot } from '../db/open-snapshot.js';
import { refused, type Outcome } from '../domain/problem.js';
import { dataPath, type Env } from './io.js';

/**
 * Reads the data folder as it is at this moment, beside a serving process, and writes nothing. A
 * folder without a database, or one of another version, is refused.
 */
export async function withSnapshot<T>(
  env: Env,
  work: (snapshot: Snapshot) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const folder = dataFolder(dataPath(env));
  if (!existsSync(folder.database)) {
    return refused('ZI_DATA', 'no-database', { folder: folder.root });
  }
  const snapshot = openSnapshot(folder.database);
  try {
    const unfit = await whyUnfit(snapshot);
    return unfit === null ? await work(snapshot) : refused('ZI_DATA', unfit);
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
