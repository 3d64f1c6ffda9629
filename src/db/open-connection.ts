import type SqliteDriver from 'better-sqlite3';
import { Sqlite } from './sqlite.js';

export type Connection = SqliteDriver.Database;

/**
 * Set on every connection in this order and read back. The driver's own choice for WAL is
 * synchronous=NORMAL, which loses acknowledged commits in a power cut.
 */
const PRAGMAS = [
  { name: 'busy_timeout', set: '10000', expected: 10_000 },
  { name: 'journal_mode', set: 'WAL', expected: 'wal' },
  { name: 'synchronous', set: 'FULL', expected: 2 },
  { name: 'foreign_keys', set: 'ON', expected: 1 },
  { name: 'journal_size_limit', set: '67108864', expected: 67_108_864 },
  { name: 'trusted_schema', set: 'OFF', expected: 0 },
  { name: 'mmap_size', set: '0', expected: 0 },
] as const;

export const BUSY_TIMEOUT_MS = 10_000;

/** Opens an existing database file. Throws when a setting is not in force afterwards. */
export function openConnection(file: string): Connection {
  const db = new Sqlite(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    for (const { name, set } of PRAGMAS) db.pragma(`${name} = ${set}`);
    checkPragmas(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection that cannot write. */
export function openReadConnection(file: string): Connection {
  const db = openConnection(file);
  db.pragma('query_only = ON');
  return db;
}

export function checkPragmas(db: Connection): void {
  for (const { name, expected } of PRAGMAS) {
    const actual: unknown = db.pragma(name, { simple: true });
    if (actual !== expected) {
      throw new Error(`SQLite setting ${name} is ${String(actual)}, needed: ${expected}`);
    }
  }
}
