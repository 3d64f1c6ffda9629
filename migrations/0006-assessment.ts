import { sql, type Kysely } from 'kysely';

const TABLES = [
  `CREATE TABLE assessment (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    tier TEXT NOT NULL CHECK (tier IN ('pendahuluan','tpi')),
    indicator_code TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    claim TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 0),
    PRIMARY KEY (lke_id, tier, indicator_code),
    FOREIGN KEY (lke_id, tier, indicator_code) REFERENCES answer (lke_id, tier, indicator_code)
  )`,
  `CREATE TABLE evidence_opening (
    user_id INTEGER NOT NULL REFERENCES "user"(id),
    evidence_version_id INTEGER NOT NULL REFERENCES evidence_version(id),
    opened_at TEXT NOT NULL,
    PRIMARY KEY (user_id, evidence_version_id)
  )`,
  `CREATE TABLE tier_confirmation (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    tier TEXT NOT NULL CHECK (tier IN ('pendahuluan','tpi')),
    role TEXT NOT NULL CHECK (role IN ('tpi-ketua','tpi-dalnis')),
    basis TEXT NOT NULL,
    confirmed_by INTEGER REFERENCES "user"(id),
    confirmed_at TEXT NOT NULL
  )`,
  `CREATE TABLE review_assignment (
    user_id INTEGER NOT NULL REFERENCES "user"(id),
    satker_code TEXT NOT NULL REFERENCES satker(code),
    year INTEGER NOT NULL REFERENCES year(year),
    assigned_by INTEGER REFERENCES "user"(id),
    assigned_at TEXT NOT NULL,
    PRIMARY KEY (user_id, satker_code, year)
  )`,
  `CREATE TABLE note_thread (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    tier TEXT NOT NULL CHECK (tier IN ('pendahuluan','tpi')),
    indicator_code TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 0),
    opened_at TEXT NOT NULL,
    waits_for TEXT NOT NULL CHECK (waits_for IN ('satker','reviewer','nobody')),
    closed_by INTEGER REFERENCES "user"(id),
    closed_at TEXT
  )`,
  `CREATE TABLE note_message (
    id INTEGER PRIMARY KEY,
    thread_id INTEGER NOT NULL REFERENCES note_thread(id),
    round INTEGER NOT NULL CHECK (round >= 0),
    side TEXT NOT NULL CHECK (side IN ('satker','reviewer')),
    text TEXT NOT NULL,
    author_id INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL
  )`,
] as const;

const INDEXES = [
  `CREATE INDEX tier_confirmation_lke ON tier_confirmation (lke_id, tier)`,
  `CREATE INDEX review_assignment_satker ON review_assignment (satker_code, year)`,
  `CREATE INDEX note_thread_lke ON note_thread (lke_id, indicator_code)`,
  `CREATE INDEX note_thread_waiting ON note_thread (lke_id) WHERE closed_at IS NULL`,
  `CREATE INDEX note_message_thread ON note_message (thread_id)`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await sql.raw(statement).execute(db);
}
