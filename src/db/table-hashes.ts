import { createHash } from 'node:crypto';
import type { Connection } from './open-connection.js';

export interface TableHash {
  readonly rows: number;
  /** Over every row as JSON, in the order of the primary key: equal content, equal hash. */
  readonly sha256: string;
}

/** One per table, bookkeeping included. */
export function tableHashes(db: Connection): Record<string, TableHash> {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, hashTable(db, table)]));
}

function hashTable(db: Connection, table: string): TableHash {
  const rows = db.prepare(`SELECT * FROM ${quoted(table)} ORDER BY ${orderOf(db, table)}`).raw();
  const hash = createHash('sha256');
  let count = 0;
  for (const row of rows.iterate()) {
    hash.update(`${JSON.stringify(row)}\n`);
    count += 1;
  }
  return { rows: count, sha256: hash.digest('hex') };
}

/** Row numbers may change in a copy, so a table without a primary key is ordered by everything. */
function orderOf(db: Connection, table: string): string {
  const columns = db.pragma(`table_info(${quoted(table)})`) as { name: string; pk: number }[];
  const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  return (key.length > 0 ? key : columns).map((column) => quoted(column.name)).join(', ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
