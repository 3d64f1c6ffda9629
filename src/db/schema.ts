import type { Generated } from 'kysely';
import type { Day, Instant, Json } from './schema-columns.js';
import type { AssessmentTables } from './schema-assessment.js';
import type { LetterTables } from './schema-letters.js';
import type { ProposalTables } from './schema-proposal.js';
import type { ShareTables } from './schema-share.js';
import type { OversightTables } from './schema-oversight.js';
import type { StageTables } from './schema-stages.js';
import type { ImportTable } from './schema-imports.js';
import type { JobTable } from './schema-jobs.js';
import type { WordingTables } from './schema-wording.js';

/**
 * What every column really holds. Instants are ISO-8601 UTC text, days `YYYY-MM-DD`, booleans 0/1,
 * JSON is text, exact scores are fractions as text with a REAL beside them for sorting only.
 */
export interface Database
  extends
    AssessmentTables,
    LetterTables,
    ProposalTables,
    ShareTables,
    StageTables,
    OversightTables,
    WordingTables {
  satker: SatkerTable;
  predikat: PredikatTable;
  user: UserTable;
  user_role: UserRoleTable;
  area_assignment: AreaAssignmentTable;
  one_time_token: OneTimeTokenTable;
  session: SessionTable;
  sign_in_attempt: SignInAttemptTable;
  year: YearTable;
  year_date: YearDateTable;
  lke: LkeTable;
  answer: AnswerTable;
  score: ScoreTable;
  evidence: EvidenceTable;
  evidence_version: EvidenceVersionTable;
  evidence_link: EvidenceLinkTable;
  import: ImportTable;
  job: JobTable;
  setting: SettingTable;
  history: HistoryTable;
}

export interface SatkerTable {
  /** Kemendagri code: "00", "52", "52.71". */
  code: string;
  /** "00" for the centre, else the two digits of the province. */
  province_code: string;
  level: 'pusat' | 'provinsi' | 'kabupaten/kota';
  kind: 'pusat' | 'provinsi' | 'kabupaten' | 'kota';
  name: string;
  djpb_code: string | null;
  /** IANA zone, e.g. Asia/Makassar. */
  time_zone: string;
  version: number;
}

/** Register of predicates held: one row per decree. */
export interface PredikatTable {
  id: Generated<number>;
  satker_code: string;
  kind: 'wbk' | 'wbbm';
  year: number;
  decree_number: string;
  decree_day: Day | null;
  /** By TPN, or mandiri under PermenPANRB 5/2024 Lampiran II B. */
  granted_by: 'tpn' | 'mandiri';
  revoked_on: Day | null;
  revoked_reason: string | null;
  version: number;
}

export interface UserTable {
  id: Generated<number>;
  /** Lower case; unique. */
  username: string;
  /** Lower case; unique where given. */
  email: string | null;
  name: string;
  /** argon2id; null until the invited person has set a password. */
  password_hash: string | null;
  disabled_at: Instant | null;
  created_at: Instant;
  version: number;
}

/** One role of one person in one satker; `admin` and `penilai-pusat` stand at "00". */
export interface UserRoleTable {
  id: Generated<number>;
  user_id: number;
  role: string;
  satker_code: string;
  created_at: Instant;
}

/** Areas a member of the team answers for; no row means none (a lead has all). */
export interface AreaAssignmentTable {
  user_id: number;
  satker_code: string;
  /** "1" … "6", "hasil". */
  area: string;
}

/** First administrator, reset link, invitation: the hash only, used once. */
export interface OneTimeTokenTable {
  id: Generated<number>;
  kind: 'first-admin' | 'reset' | 'invite';
  token_hash: string;
  user_id: number | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's id. */
  id_hash: string;
  user_id: number | null;
  data: Json;
  created_at: Instant;
  last_seen_at: Instant;
}

/** Failed sign-ins per "user:<name>" or "address:<ip>", for the growing delay. */
export interface SignInAttemptTable {
  key: string;
  failures: number;
  last_failure_at: Instant;
}

export interface YearTable {
  year: number;
  instrument_id: string;
  ruleset_id: string;
  /** Internal target above the law (points of 100, decimal text), or null. */
  internal_target: string | null;
  created_at: Instant;
  version: number;
}

/** A date of the year; satker_code "" is the national one, else an exception for one satker. */
export interface YearDateTable {
  year: number;
  /** e.g. "mandiri-tutup", see fixtures/rulesets. */
  code: string;
  satker_code: string;
  day: Day;
  /** Why this satker has it; "" for a national date. */
  reason: Generated<string>;
}

export interface LkeTable {
  id: Generated<number>;
  satker_code: string;
  year: number;
  target: 'wbk' | 'wbbm';
  stage: string;
  /** null: since it was opened. */
  stage_since: Generated<Instant | null>;
  created_at: Instant;
  version: number;
}

/** One row per LKE, tier and indicator; no row means never touched. */
export interface AnswerTable {
  lke_id: number;
  tier: 'mandiri' | 'pendahuluan' | 'tpi' | 'tpn';
  indicator_code: string;
  /** Answer value as JSON ({kind, …}), or null: unanswered (a note may stand alone). */
  value: Json | null;
  note: string;
  /** Starts at 1, grows by 1 with each change. */
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}

/** Derived from the answers in the same transaction; equals a recomputation at all times. */
export interface ScoreTable {
  lke_id: number;
  tier: 'mandiri' | 'pendahuluan' | 'tpi' | 'tpn';
  answered: number;
  total: string;
  total_sort: number;
  /** All further exact figures and gate verdicts, see features/lke/stored-score.ts. */
  detail: Json;
}

/** A document of a satker's register; its content is in versions. */
export interface EvidenceTable {
  id: Generated<number>;
  satker_code: string;
  name: string;
  /** Code of fixtures: sk, ba, laporan, notula, foto, tangkapan-layar, sop, lainnya … */
  kind: string;
  /** "tersedia fisik di …", empty where none. */
  physical_location: string;
  withdrawn_at: Instant | null;
  withdrawn_reason: string | null;
  created_by: number | null;
  created_at: Instant;
  version: number;
}

export interface EvidenceVersionTable {
  id: Generated<number>;
  evidence_id: number;
  /** 1, 2, … */
  number: number;
  /** LKE year in which it was added (quota per satker and year). */
  year: number;
  type: 'file' | 'link';
  /** File: hash of the bytes, also the name in the store. */
  sha256: string | null;
  file_name: string | null;
  media_type: string | null;
  size: number | null;
  /** Link: http(s) address. */
  url: string | null;
  document_day: Day | null;
  period_from: Day | null;
  period_to: Day | null;
  valid_until: Day | null;
  created_by: number | null;
  created_at: Instant;
  /** An administrator removed the bytes; the row stays. */
  purged_at: Instant | null;
}

/** One version proves one indicator of one LKE, perhaps a named item of its checklist. */
export interface EvidenceLinkTable {
  id: Generated<number>;
  lke_id: number;
  indicator_code: string;
  evidence_id: number;
  evidence_version_id: number;
  checklist_code: string | null;
  created_by: number | null;
  created_at: Instant;
}

export interface SettingTable {
  key: string;
  value: Json;
}

/** Append-only and hash-chained; triggers refuse UPDATE and DELETE. */
export interface HistoryTable {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  at: Instant;
  actor_id: number | null;
  /** Name at that time, or "operator". */
  actor_name: string;
  actor_role: string;
  /** "web <address>" or "cli". */
  origin: string;
  satker_code: string | null;
  year: number | null;
  /** e.g. "answer.record"; texts in text/messages. */
  action: string;
  /** What it is about, e.g. an indicator code, evidence id or user name. */
  subject: string;
  before: Json | null;
  after: Json | null;
  previous_hash: string;
  hash: string;
}
