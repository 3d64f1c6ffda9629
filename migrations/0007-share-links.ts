import { sql, type Kysely } from 'kysely';

/** Share links, tokens of the PortalRB feed, and what the centre proposed. */
const TABLES = [
  `CREATE TABLE share_link (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    label TEXT NOT NULL CHECK (label <> ''),
    ends_on TEXT NOT NULL,
    in_feed INTEGER NOT NULL CHECK (in_feed IN (0, 1)),
    form_key TEXT NOT NULL UNIQUE,
    created_by INTEGER REFERENCES "user"(id),
    created_by_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    revoked_by_name TEXT,
    revoked_at TEXT
  )`,
  `CREATE TABLE feed_token (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    token_hash TEXT NOT NULL UNIQUE,
    may_list INTEGER NOT NULL CHECK (may_list IN (0, 1)),
    may_read INTEGER NOT NULL CHECK (may_read IN (0, 1)),
    year INTEGER REFERENCES year(year),
    form_key TEXT NOT NULL UNIQUE,
    created_by INTEGER REFERENCES "user"(id),
    created_by_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_used_at TEXT,
    last_address TEXT,
    revoked_at TEXT
  )`,
  `CREATE TABLE proposal (
    lke_id INTEGER PRIMARY KEY REFERENCES lke(id),
    category TEXT NOT NULL CHECK (category IN ('WBK','WBK-AFIRMASI','WBBM')),
    afirmasi INTEGER NOT NULL CHECK (afirmasi IN (0, 1)),
    letter_number TEXT,
    letter_day TEXT,
    proposed_by INTEGER REFERENCES "user"(id),
    proposed_by_name TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    CHECK (category = 'WBBM' OR (category = 'WBK-AFIRMASI') = (afirmasi = 1))
  )`,
] as const;

const INDEXES = [`CREATE INDEX share_link_lke ON share_link (lke_id)`] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await sql.raw(statement).execute(db);
}
