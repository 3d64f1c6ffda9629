import { sql, type Kysely } from 'kysely';

/** Worksheets that were read: previews that end by themselves, and what applying them did. */
const STATEMENTS = [
  `CREATE TABLE "import" (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    readings TEXT NOT NULL,
    sheet TEXT,
    state TEXT NOT NULL CHECK (state IN ('preview','applied','undone')),
    result TEXT,
    created_by INTEGER REFERENCES "user"(id),
    created_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    applied_name TEXT,
    applied_at TEXT,
    undone_name TEXT,
    undone_at TEXT,
    CHECK ((state = 'preview') = (applied_at IS NULL)),
    CHECK ((state = 'undone') = (undone_at IS NOT NULL))
  )`,
  `CREATE INDEX import_lke ON "import" (lke_id, id)`,
  `CREATE INDEX import_expiry ON "import" (expires_at)`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
