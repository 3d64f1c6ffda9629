import { sql, type Kysely } from 'kysely';

/** How urgent a letter is, under which head a report goes out, the words of the statement to TPN. */
const STATEMENTS = [
  `ALTER TABLE letter ADD COLUMN urgency TEXT NOT NULL DEFAULT 'biasa'
    CHECK (urgency IN ('biasa', 'segera', 'sangat-segera'))`,
  `ALTER TABLE lhe ADD COLUMN letterhead TEXT REFERENCES letterhead(owner)`,
  `CREATE TABLE statement_text (
    year INTEGER PRIMARY KEY REFERENCES year(year),
    text TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL
  )`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
