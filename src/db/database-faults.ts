import type { Connection } from './open-connection.js';

export interface DatabaseFaults {
  /** Messages of SQLite's own check; empty when sound. */
  readonly integrity: readonly string[];
  /** Rows that refer to something missing. */
  readonly references: readonly { readonly table: string; readonly parent: string }[];
}

export function databaseFaults(db: Connection): DatabaseFaults {
  const integrity = db.prepare('PRAGMA integrity_check').pluck().all() as string[];
  const references = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  return {
    integrity: integrity.filter((message) => message !== 'ok'),
    references: references.map(({ table, parent }) => ({ table, parent })),
  };
}
