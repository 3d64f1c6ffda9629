import { sql, type Kysely } from 'kysely';

/**
 * The stages grow by two ends and each LKE knows since when it stands where it does (null: since it
 * was opened). SQLite cannot change a check, so the table is made again; the runner keeps the
 * enforcement of references off meanwhile and checks them all before it commits.
 */
const LKE_AGAIN = [
  `CREATE TABLE lke_again (
    id INTEGER PRIMARY KEY,
    satker_code TEXT NOT NULL REFERENCES satker(code),
    year INTEGER NOT NULL REFERENCES year(year),
    target TEXT NOT NULL CHECK (target IN ('wbk','wbbm')),
    stage TEXT NOT NULL CHECK (stage IN ('pengisian','pendahuluan','menunggu-tpi','tpi',
      'siap-diusulkan','tpn','ditetapkan','tidak-ditetapkan','belum-layak','belum-memenuhi')),
    stage_since TEXT,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (satker_code, year)
  )`,
  `INSERT INTO lke_again (id, satker_code, year, target, stage, created_at, version)
   SELECT id, satker_code, year, target, stage, created_at, version FROM lke`,
  `DROP TABLE lke`,
  `ALTER TABLE lke_again RENAME TO lke`,
  `CREATE INDEX lke_year ON lke (year)`,
] as const;

const TABLES = [
  `CREATE TABLE no_evidence_reason (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    indicator_code TEXT NOT NULL,
    reason TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (lke_id, indicator_code)
  )`,
  `CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    number INTEGER NOT NULL CHECK (number > 0),
    target TEXT NOT NULL CHECK (target IN ('wbk','wbbm')),
    submitted_by INTEGER REFERENCES "user"(id),
    submitted_by_name TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    answered INTEGER NOT NULL,
    total TEXT NOT NULL,
    head_seq INTEGER NOT NULL,
    head_hash TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    UNIQUE (lke_id, number)
  )`,
  `CREATE TABLE submission_answer (
    submission_id INTEGER NOT NULL REFERENCES submission(id),
    indicator_code TEXT NOT NULL,
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    answer_version INTEGER NOT NULL,
    no_evidence_reason TEXT,
    PRIMARY KEY (submission_id, indicator_code)
  )`,
  `CREATE TABLE submission_evidence (
    submission_id INTEGER NOT NULL REFERENCES submission(id),
    indicator_code TEXT NOT NULL,
    evidence_id INTEGER NOT NULL REFERENCES evidence(id),
    evidence_version_id INTEGER NOT NULL REFERENCES evidence_version(id),
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('file','link')),
    file_name TEXT,
    sha256 TEXT,
    url TEXT,
    document_day TEXT,
    period_from TEXT,
    period_to TEXT,
    valid_until TEXT,
    checklist_code TEXT,
    PRIMARY KEY (submission_id, indicator_code, evidence_id)
  )`,
  `CREATE TABLE lke_return (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    round INTEGER NOT NULL CHECK (round > 0),
    tier TEXT NOT NULL CHECK (tier IN ('pendahuluan','tpi')),
    reason TEXT NOT NULL,
    opens_all INTEGER NOT NULL CHECK (opens_all IN (0, 1)),
    opened INTEGER NOT NULL CHECK (opened IN (0, 1)),
    passes_on INTEGER REFERENCES lke_return(id),
    returned_by INTEGER REFERENCES "user"(id),
    returned_by_name TEXT NOT NULL,
    returned_role TEXT NOT NULL,
    returned_at TEXT NOT NULL,
    closed_at TEXT
  )`,
  `CREATE TABLE lke_return_indicator (
    return_id INTEGER NOT NULL REFERENCES lke_return(id),
    indicator_code TEXT NOT NULL,
    PRIMARY KEY (return_id, indicator_code)
  )`,
  `CREATE TABLE lke_decision (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    round INTEGER NOT NULL CHECK (round > 0),
    tier TEXT NOT NULL CHECK (tier IN ('pendahuluan','tpi','tpn')),
    kind TEXT NOT NULL CHECK (kind IN ('layak','belum-layak','memenuhi','belum-memenuhi',
      'diusulkan','ditetapkan','tidak-ditetapkan')),
    effect TEXT NOT NULL CHECK (effect IN ('moves','ends','reopens')),
    reason TEXT NOT NULL,
    letter_number TEXT,
    letter_day TEXT,
    letter_recorded_at TEXT,
    detail TEXT,
    decided_by INTEGER REFERENCES "user"(id),
    decided_by_name TEXT NOT NULL,
    decided_role TEXT NOT NULL,
    decided_at TEXT NOT NULL
  )`,
] as const;

/** Why one satker has another date than the others. */
const DATE_REASON = [`ALTER TABLE year_date ADD COLUMN reason TEXT NOT NULL DEFAULT ''`] as const;

const INDEXES = [
  `CREATE INDEX lke_return_lke ON lke_return (lke_id, closed_at)`,
  `CREATE INDEX lke_decision_lke ON lke_decision (lke_id)`,
  `CREATE INDEX submission_evidence_version ON submission_evidence (evidence_version_id)`,
] as const;

const FROZEN = ['submission', 'submission_answer', 'submission_evidence'] as const;

/** What was submitted cannot change: nobody updates or deletes it. */
const GUARDS = FROZEN.flatMap((table) =>
  (['UPDATE', 'DELETE'] as const).map(
    (verb) =>
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
       BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END`,
  ),
);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LKE_AGAIN, ...TABLES, ...DATE_REASON, ...INDEXES, ...GUARDS]) {
    await sql.raw(statement).execute(db);
  }
}
