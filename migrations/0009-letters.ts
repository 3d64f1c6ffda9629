import { sql, type Kysely } from 'kysely';

/** Letterheads, letters of recommendation to TPI and the reports of TPI (LHE). */
const TABLES = [
  `CREATE TABLE letterhead (
    owner TEXT PRIMARY KEY,
    agency TEXT NOT NULL,
    address TEXT NOT NULL,
    city TEXT NOT NULL,
    signatory_position TEXT NOT NULL,
    signatory_name TEXT NOT NULL,
    signatory_nip TEXT NOT NULL,
    addressee TEXT NOT NULL,
    copies TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL
  )`,
  `CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    owner TEXT NOT NULL,
    year INTEGER NOT NULL REFERENCES year(year),
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    attachments TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    content TEXT,
    content_hash TEXT,
    sent_by INTEGER REFERENCES "user"(id),
    sent_by_name TEXT,
    sent_at TEXT,
    created_at TEXT NOT NULL,
    CHECK ((sent_at IS NULL) = (content IS NULL))
  )`,
  `CREATE TABLE letter_lke (
    letter_id INTEGER NOT NULL REFERENCES letter(id),
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    decision_id INTEGER NOT NULL UNIQUE REFERENCES lke_decision(id),
    PRIMARY KEY (letter_id, lke_id)
  )`,
  `CREATE TABLE lhe (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    round INTEGER NOT NULL CHECK (round > 0),
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    decision_id INTEGER REFERENCES lke_decision(id),
    content TEXT,
    content_hash TEXT,
    concluded_at TEXT,
    PRIMARY KEY (lke_id, round),
    CHECK ((concluded_at IS NULL) = (content IS NULL))
  )`,
  `CREATE TABLE lhe_text (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    round INTEGER NOT NULL CHECK (round > 0),
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (lke_id, round, section)
  )`,
  `CREATE INDEX letter_lke_lke ON letter_lke (lke_id)`,
] as const;

/** What was sent or concluded cannot change: nobody updates or deletes it. */
const GUARDS = (['letter', 'lhe'] as const).flatMap((table) => {
  const done = table === 'letter' ? 'sent_at' : 'concluded_at';
  return (['UPDATE', 'DELETE'] as const).map(
    (verb) =>
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
       WHEN OLD.${done} IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'a ${table} that went out is frozen'); END`,
  );
});

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS]) await sql.raw(statement).execute(db);
}
