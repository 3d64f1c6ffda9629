import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely } from 'kysely';
import { migrations as shippedMigrations, type Migration } from '../../migrations/index.js';
import { createDataFolder, dataFolder } from './data-folder.js';
import { readDialect, writeDialect } from './dialect.js';
import { advanceHeadFile } from './history-head.js';
import { migrate } from './migrate.js';
import { openConnection, openReadConnection, type Connection } from './open-connection.js';
import { readsDirectly } from './prepared.js';
import { insertMissingSatker } from './reference.js';
import { queryRunner } from './run-query.js';
import type { Database } from './schema.js';
import type { Store, Tx } from './store.js';

export interface OpenStoreOptions {
  readonly folder: string;
  /** A copy of a non-empty database before the first pending migration; on unless said otherwise. */
  readonly backupBeforeMigrate?: boolean;
  /** The shipped ones unless a test brings its own. */
  readonly migrations?: ReadonlyMap<string, Migration>;
  /** Names of the migrations applied just now, perhaps none. */
  readonly onMigrated?: (applied: readonly string[]) => void;
  /** The head file could not be advanced. The commit stands, so this must not fail the save. */
  readonly onHeadFault?: (error: unknown) => void;
}

/** Opens (creates, migrates) the database of a data folder. Throws if it is newer than the code. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const folder = dataFolder(options.folder);
  createDataFolder(folder);
  const writer = openConnection(folder.database);
  let store: Store | undefined;
  try {
    const backupBefore = options.backupBeforeMigrate ?? true;
    const migrations = options.migrations ?? shippedMigrations;
    const applied = await migrate(writer, migrations, { folder, backupBefore });
    options.onMigrated?.(applied);
    const committed = advanceHeadFile(writer, folder.headFile, options.onHeadFault);
    store = storeOf(writer, openReadConnection(folder.database), committed);
    await insertMissingSatker(store);
    return store;
  } catch (error) {
    await store?.close();
    writer.close();
    throw error;
  }
}

function storeOf(writer: Connection, reader: Connection, committed: () => Promise<void>): Store {
  const inWrite = new AsyncLocalStorage<true>();

  function refuseInsideWrite(): void {
    if (inWrite.getStore() === undefined) return;
    throw new Error('store.db and store.write must not be used inside store.write: use its tx');
  }

  const read = queryRunner(reader);
  const db = new Kysely<Database>({ dialect: readDialect(reader, refuseInsideWrite) });
  readsDirectly(db, (query) => {
    refuseInsideWrite();
    return read(query);
  });
  const writing = new Kysely<Database>({ dialect: writeDialect(writer, committed) });
  async function closeAll(): Promise<void> {
    // Waits for its turn, so that a running write ends first.
    await writing.connection().execute(async () => {});
    await Promise.all([db.destroy(), writing.destroy()]);
    reader.close();
    writer.close();
  }

  let closing: Promise<void> | undefined;
  return {
    db,
    async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      refuseInsideWrite();
      return writing.transaction().execute(async (tx) => {
        try {
          return await inWrite.run(true, () => work(tx));
        } finally {
          // Still behind the mutex. While it is in use every promise of the process costs more
          // (hooks of Node 20), also those of requests that only read.
          inWrite.disable();
        }
      });
    },
    close: () => (closing ??= closeAll()),
  };
}
