import { dataFolder } from '../db/data-folder.js';
import { NewerDatabaseError, schemaVersion } from '../db/migrate.js';
import { openStore } from '../db/open-store.js';
import { dataPath, EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';

/** `migrate`: makes or updates the database and prints what was applied. */
export async function runMigrate(argv: readonly string[], io: Io, env: Env): Promise<number> {
  if (argv.length > 0) return refuse(io, [{ field: '', code: 'no-arguments' }]);
  try {
    printJson(io, await migrateFolder(dataFolder(dataPath(env)).root));
    return EXIT_OK;
  } catch (error) {
    if (!(error instanceof NewerDatabaseError)) throw error;
    return refuse(io, [{ field: 'ZI_DATA', code: 'database-newer' }]);
  }
}

async function migrateFolder(folder: string): Promise<object> {
  let applied: readonly string[] = [];
  const store = await openStore({ folder, onMigrated: (names) => (applied = names) });
  try {
    return { folder, applied, schema: await schemaVersion(store.db) };
  } finally {
    await store.close();
  }
}
