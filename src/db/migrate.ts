import { join } from 'node:path';
import { Kysely, sql, type QueryExecutorProvider } from 'kysely';
import type { Migration } from '../../migrations/index.js';
import type { DataFolder } from './data-folder.js';
import { writeDialect } from './dialect.js';
import { openConnection, type Connection } from './open-connection.js';
import { copyDatabase } from './copy-database.js';

export interface MigrateOptions {
  readonly folder: DataFolder;
  readonly backupBefore: boolean;
}

/**
 * Applies what is pending, oldest first, each with its bookkeeping row in one IMMEDIATE
 * transaction: a failed migration leaves nothing, and of two starters the second waits and finds
 * it done. References are not enforced meanwhile, so that a table can be made again; all are
 * checked before each commit. Returns the names applied now. Throws when the database is newer than the code.
 */
export async function migrate(
  writer: Connection,
  migrations: ReadonlyMap<string, Migration>,
  options: MigrateOptions,
): Promise<readonly string[]> {
  const db = new Kysely<unknown>({ dialect: writeDialect(writer, async () => {}) });
  const done: string[] = [];
  return withoutReferences(writer, async () => {
    for (;;) {
      const name = await db.transaction().execute((tx) => applyNext(tx, done.length === 0));
      if (name === null) return done;
      done.push(name);
    }
  });

  async function applyNext(tx: Kysely<unknown>, first: boolean): Promise<string | null> {
    const applied = await appliedMigrations(tx);
    const next = nextMigration(applied, [...migrations.keys()]);
    if (next === null) return null;
    // We hold the write lock: nobody else can migrate or write while the copy is made.
    if (first && options.backupBefore && applied.length > 0) copyBefore(options.folder, next);
    await migrations.get(next)?.up(tx);
    await recordApplied(tx, next);
    await refuseBrokenReferences(tx);
    return next;
  }
}

/** SQLite sets this outside of a transaction only. */
async function withoutReferences<T>(writer: Connection, work: () => Promise<T>): Promise<T> {
  writer.pragma('foreign_keys = OFF');
  try {
    return await work();
  } finally {
    writer.pragma('foreign_keys = ON');
  }
}

/** Names applied, oldest first; none in a new database. */
export async function appliedMigrations(db: QueryExecutorProvider): Promise<readonly string[]> {
  const table = await sql`SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'`.execute(db);
  if (table.rows.length === 0) return [];
  const { rows } = await sql<{
    name: string;
  }>`SELECT name FROM schema_migration ORDER BY name`.execute(db);
  return rows.map((row) => row.name);
}

/** Name of the newest migration applied, "" in an empty database. */
export async function schemaVersion(db: QueryExecutorProvider): Promise<string> {
  return (await appliedMigrations(db)).at(-1) ?? '';
}

/** The first pending name, or null. Throws when something else than our oldest ones was applied. */
export function nextMigration(applied: readonly string[], known: readonly string[]): string | null {
  const foreign = applied.find((name, place) => known[place] !== name);
  if (foreign !== undefined) {
    throw new NewerDatabaseError(`the database is newer than this program: it has ${foreign}`);
  }
  return known[applied.length] ?? null;
}

export class NewerDatabaseError extends Error {}

function copyBefore(folder: DataFolder, next: string): void {
  const source = openConnection(folder.database);
  try {
    copyDatabase(source, join(folder.root, `before-${next}.sqlite`));
  } finally {
    source.close();
  }
}

async function recordApplied(tx: Kysely<unknown>, name: string): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY)`.execute(tx);
  await sql`INSERT INTO schema_migration (name) VALUES (${name})`.execute(tx);
}

async function refuseBrokenReferences(tx: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`PRAGMA foreign_key_check`.execute(tx);
  if (rows.length > 0) throw new Error(`the migration breaks ${rows.length} references`);
}
