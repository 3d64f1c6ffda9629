import { sql, type Kysely } from 'kysely';

const TABLES = [
  `CREATE TABLE satker (
    code TEXT PRIMARY KEY,
    province_code TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('pusat','provinsi','kabupaten/kota')),
    kind TEXT NOT NULL CHECK (kind IN ('pusat','provinsi','kabupaten','kota')),
    name TEXT NOT NULL,
    djpb_code TEXT,
    time_zone TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE "user" (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    disabled_at TEXT,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE user_role (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES "user"(id),
    role TEXT NOT NULL CHECK (role IN ('anggota','ketua','penilai-provinsi','sekretaris-provinsi',
      'penilai-pusat','tpi-anggota','tpi-ketua','tpi-dalnis','evaluator-baca','admin')),
    satker_code TEXT NOT NULL REFERENCES satker(code),
    created_at TEXT NOT NULL,
    UNIQUE (user_id, role, satker_code)
  )`,
  `CREATE TABLE area_assignment (
    user_id INTEGER NOT NULL REFERENCES "user"(id),
    satker_code TEXT NOT NULL REFERENCES satker(code),
    area TEXT NOT NULL CHECK (area IN ('1','2','3','4','5','6','hasil')),
    PRIMARY KEY (user_id, satker_code, area)
  )`,
  `CREATE TABLE one_time_token (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('first-admin','reset','invite')),
    token_hash TEXT NOT NULL UNIQUE,
    user_id INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
  )`,
  `CREATE TABLE session (
    id_hash TEXT PRIMARY KEY,
    user_id INTEGER REFERENCES "user"(id),
    data TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
  )`,
  `CREATE TABLE sign_in_attempt (
    key TEXT PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    last_failure_at TEXT NOT NULL
  )`,
  `CREATE TABLE predikat (
    id INTEGER PRIMARY KEY,
    satker_code TEXT NOT NULL REFERENCES satker(code),
    kind TEXT NOT NULL CHECK (kind IN ('wbk','wbbm')),
    year INTEGER NOT NULL,
    decree_number TEXT NOT NULL,
    decree_day TEXT,
    granted_by TEXT NOT NULL CHECK (granted_by IN ('tpn','mandiri')),
    revoked_on TEXT,
    revoked_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (satker_code, kind, year)
  )`,
  `CREATE TABLE year (
    year INTEGER PRIMARY KEY,
    instrument_id TEXT NOT NULL,
    ruleset_id TEXT NOT NULL,
    internal_target TEXT,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE year_date (
    year INTEGER NOT NULL REFERENCES year(year),
    code TEXT NOT NULL,
    satker_code TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL,
    PRIMARY KEY (year, code, satker_code)
  )`,
  `CREATE TABLE lke (
    id INTEGER PRIMARY KEY,
    satker_code TEXT NOT NULL REFERENCES satker(code),
    year INTEGER NOT NULL REFERENCES year(year),
    target TEXT NOT NULL CHECK (target IN ('wbk','wbbm')),
    stage TEXT NOT NULL CHECK (stage IN ('pengisian','pendahuluan','menunggu-tpi','tpi',
      'siap-diusulkan','tpn','ditetapkan','tidak-ditetapkan')),
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (satker_code, year)
  )`,
  `CREATE TABLE answer (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    tier TEXT NOT NULL CHECK (tier IN ('mandiri','pendahuluan','tpi','tpn')),
    indicator_code TEXT NOT NULL,
    value TEXT,
    note TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER REFERENCES "user"(id),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (lke_id, tier, indicator_code)
  )`,
  `CREATE TABLE score (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    tier TEXT NOT NULL CHECK (tier IN ('mandiri','pendahuluan','tpi','tpn')),
    answered INTEGER NOT NULL,
    total TEXT NOT NULL,
    total_sort REAL NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (lke_id, tier)
  )`,
  `CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    satker_code TEXT NOT NULL REFERENCES satker(code),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    physical_location TEXT NOT NULL DEFAULT '',
    withdrawn_at TEXT,
    withdrawn_reason TEXT,
    created_by INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE evidence_version (
    id INTEGER PRIMARY KEY,
    evidence_id INTEGER NOT NULL REFERENCES evidence(id),
    number INTEGER NOT NULL,
    year INTEGER NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('file','link')),
    sha256 TEXT,
    file_name TEXT,
    media_type TEXT,
    size INTEGER,
    url TEXT,
    document_day TEXT,
    period_from TEXT,
    period_to TEXT,
    valid_until TEXT,
    created_by INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL,
    purged_at TEXT,
    UNIQUE (evidence_id, number),
    CHECK ((type = 'file' AND sha256 IS NOT NULL AND url IS NULL)
        OR (type = 'link' AND url IS NOT NULL AND sha256 IS NULL))
  )`,
  `CREATE TABLE evidence_link (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    indicator_code TEXT NOT NULL,
    evidence_id INTEGER NOT NULL REFERENCES evidence(id),
    evidence_version_id INTEGER NOT NULL REFERENCES evidence_version(id),
    checklist_code TEXT,
    created_by INTEGER REFERENCES "user"(id),
    created_at TEXT NOT NULL,
    UNIQUE (lke_id, indicator_code, evidence_id)
  )`,
  `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE history (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id INTEGER,
    actor_name TEXT NOT NULL,
    actor_role TEXT NOT NULL,
    origin TEXT NOT NULL,
    satker_code TEXT,
    year INTEGER,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  )`,
] as const;

const INDEXES = [
  `CREATE INDEX satker_province ON satker (province_code)`,
  `CREATE INDEX user_role_satker ON user_role (satker_code)`,
  `CREATE INDEX session_user ON session (user_id)`,
  `CREATE INDEX session_seen ON session (last_seen_at)`,
  `CREATE INDEX lke_year ON lke (year)`,
  `CREATE INDEX evidence_satker ON evidence (satker_code)`,
  `CREATE INDEX evidence_version_hash ON evidence_version (sha256)`,
  `CREATE INDEX evidence_link_indicator ON evidence_link (lke_id, indicator_code)`,
  `CREATE INDEX evidence_link_evidence ON evidence_link (evidence_id)`,
  `CREATE INDEX history_satker ON history (satker_code, seq)`,
  `CREATE INDEX one_time_token_user ON one_time_token (user_id)`,
] as const;

/** History is append-only. PostgreSQL will get the same by a rule of its own. */
const GUARDS = [
  `CREATE TRIGGER history_no_update BEFORE UPDATE ON history
   BEGIN SELECT RAISE(ABORT, 'history is append-only'); END`,
  `CREATE TRIGGER history_no_delete BEFORE DELETE ON history
   BEGIN SELECT RAISE(ABORT, 'history is append-only'); END`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES, ...GUARDS]) {
    await sql.raw(statement).execute(db);
  }
}
