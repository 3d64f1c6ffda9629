import { Kysely } from 'kysely';
import { readDialect } from './dialect.js';
import { openReadConnection, type Connection } from './open-connection.js';
import type { Database } from './schema.js';
import type { Store } from './store.js';
import { Sqlite } from './sqlite.js';

/** A store in which time stands still, with its raw connection for checks below Kysely. */
export interface Snapshot extends Store {
  readonly connection: Connection;
}

/** The database as it is now, while others go on writing. Migrates nothing, writes nothing. */
export function openSnapshot(file: string): Snapshot {
  return snapshotOf(openReadConnection(file));
}

/** A database file nobody else has open, such as a backup's; the file itself is left as it is. */
export function openCopy(file: string): Snapshot {
  return snapshotOf(new Sqlite(file, { readonly: true, fileMustExist: true }));
}

function snapshotOf(connection: Connection): Snapshot {
  connection.exec('BEGIN');
  // The first read takes the snapshot.
  connection.prepare('SELECT count(*) FROM sqlite_master').get();
  const db = new Kysely<Database>({ dialect: readDialect(connection, () => {}) });
  return {
    connection,
    db,
    write: () => Promise.reject(new Error('a snapshot cannot be written')),
    async close() {
      await db.destroy();
      connection.close();
    },
  };
}
