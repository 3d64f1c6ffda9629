import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  // AUTOINCREMENT: the number names the file, so it is never given twice.
  `CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    province_code TEXT NOT NULL,
    year INTEGER NOT NULL REFERENCES year(year),
    layouts TEXT NOT NULL,
    tier TEXT NOT NULL CHECK (tier IN ('mandiri','pendahuluan','tpi','tpn')),
    satker_codes TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued','running','done','failed','cancelled')),
    failure TEXT,
    done INTEGER NOT NULL DEFAULT 0 CHECK (done >= 0),
    total INTEGER NOT NULL CHECK (total >= 0),
    size INTEGER,
    created_by INTEGER NOT NULL REFERENCES "user"(id),
    created_at TEXT NOT NULL,
    ended_at TEXT
  )`,
  `CREATE INDEX job_state ON job (state, id)`,
  `CREATE INDEX job_owner ON job (created_by, id)`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
