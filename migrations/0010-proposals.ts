import { sql, type Kysely } from 'kysely';

/** Requirements of nomination, letters of proposal, TPN's results and files that bring them. */
const TABLES = [
  `CREATE TABLE instansi_requirement (
    year INTEGER NOT NULL REFERENCES year(year),
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    as_of TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (year, code)
  )`,
  `CREATE TABLE satker_requirement (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    as_of TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (lke_id, code)
  )`,
  `CREATE TABLE proposal_letter (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL REFERENCES year(year),
    number TEXT NOT NULL CHECK (number <> ''),
    day TEXT NOT NULL,
    created_by INTEGER REFERENCES "user"(id),
    created_by_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (year, number)
  )`,
  `CREATE TABLE proposal_entry (
    letter_id INTEGER NOT NULL REFERENCES proposal_letter(id),
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    facts TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (letter_id, lke_id)
  )`,
  `CREATE TABLE tpn_result (
    lke_id INTEGER PRIMARY KEY REFERENCES lke(id),
    total TEXT NOT NULL,
    pengungkit TEXT,
    hasil TEXT,
    note TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL
  )`,
  `CREATE TABLE tpn_file (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    answers TEXT NOT NULL,
    created_by INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  )`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
}
