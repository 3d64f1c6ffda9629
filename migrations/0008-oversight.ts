import { sql, type Kysely } from 'kysely';

const TABLES = [
  `CREATE TABLE score_day (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    tier TEXT NOT NULL CHECK (tier IN ('mandiri','pendahuluan','tpi','tpn')),
    day TEXT NOT NULL,
    answered INTEGER NOT NULL,
    total TEXT NOT NULL,
    failed_wbk INTEGER NOT NULL,
    failed_wbbm INTEGER NOT NULL,
    PRIMARY KEY (lke_id, tier, day)
  )`,
  `CREATE TABLE notification (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES "user"(id),
    role TEXT NOT NULL,
    role_at TEXT NOT NULL REFERENCES satker(code),
    kind TEXT NOT NULL
      CHECK (kind IN ('assigned','submitted','returned','stage','reply','deadline')),
    satker_code TEXT NOT NULL REFERENCES satker(code),
    year INTEGER NOT NULL REFERENCES year(year),
    subject TEXT NOT NULL,
    by_name TEXT NOT NULL DEFAULT '',
    dedupe_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    read_at TEXT,
    UNIQUE (user_id, dedupe_key)
  )`,
  `CREATE TABLE mail (
    notification_id INTEGER PRIMARY KEY REFERENCES notification(id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('waiting','sent','dropped','failed')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_at TEXT NOT NULL,
    ended_at TEXT
  )`,
  `CREATE TABLE mail_opt_out (
    user_id INTEGER PRIMARY KEY REFERENCES "user"(id),
    since TEXT NOT NULL
  )`,
] as const;

const INDEXES = [
  `CREATE INDEX notification_unread ON notification (user_id) WHERE read_at IS NULL`,
  `CREATE INDEX notification_created ON notification (created_at)`,
  `CREATE INDEX mail_due ON mail (next_at) WHERE state = 'waiting'`,
] as const;

/** Scores that stand already count from the last day on which something happened to their LKE. */
const FIRST_DAYS = `INSERT INTO score_day (lke_id, tier, day, answered, total, failed_wbk, failed_wbbm)
  SELECT s.lke_id, s.tier,
    substr(coalesce((SELECT max(h.at) FROM history h
      WHERE h.satker_code = l.satker_code AND h.year = l.year), l.created_at), 1, 10),
    s.answered, s.total,
    (SELECT count(*) FROM json_each(s.detail, '$.gates.wbk.failed')),
    (SELECT count(*) FROM json_each(s.detail, '$.gates.wbbm.failed'))
  FROM score s JOIN lke l ON l.id = s.lke_id`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES, FIRST_DAYS]) await sql.raw(statement).execute(db);
}
