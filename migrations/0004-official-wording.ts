import { sql, type Kysely } from 'kysely';

const TABLES = [
  // AUTOINCREMENT: a number is never given twice, so a form that saw one set never fits another.
  `CREATE TABLE official_wording (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL UNIQUE REFERENCES year(year),
    title TEXT NOT NULL,
    number TEXT NOT NULL,
    day TEXT,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    layout TEXT NOT NULL CHECK (layout IN ('lampiran-iii','portalrb','portalrb-kementerian')),
    loaded_by INTEGER REFERENCES "user"(id),
    loaded_at TEXT NOT NULL
  )`,
  `CREATE TABLE official_text (
    wording_id INTEGER NOT NULL REFERENCES official_wording(id),
    indicator_code TEXT NOT NULL,
    question TEXT NOT NULL,
    criteria TEXT NOT NULL,
    PRIMARY KEY (wording_id, indicator_code)
  )`,
  `CREATE TABLE wording_draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES year(year),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    created_by INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL
  )`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(table).execute(db);
}
