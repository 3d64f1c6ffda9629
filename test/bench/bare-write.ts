import path from 'node:path';
import { Sqlite } from '../../src/db/sqlite.js';

export interface BareWriter {
  /** One durable write of that many bytes of text, the least a save could cost. */
  write(): void;
  close(): void;
}

/**
 * better-sqlite3 alone on the same disk: WAL, synchronous FULL, one BEGIN IMMEDIATE … COMMIT with
 * one insert through a prepared statement.
 */
export function openBareWriter(folder: string, bytes: number): BareWriter {
  const db = new Sqlite(path.join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO note (at, text) VALUES (?, ?)');
  const text = 'x'.repeat(bytes);
  const at = '2026-03-10T02:00:00.000Z';
  const write = db.transaction(() => insert.run(at, text));
  return { write: () => void write.immediate(), close: () => void db.close() };
}
