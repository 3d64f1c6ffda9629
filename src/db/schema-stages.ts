import type { Generated } from 'kysely';
import type { Day, Instant, Json } from './schema-columns.js';

/** Tables of submissions, returns and decisions: how an LKE passes from stage to stage. */
export interface StageTables {
  no_evidence_reason: NoEvidenceReasonTable;
  submission: SubmissionTable;
  submission_answer: SubmissionAnswerTable;
  submission_evidence: SubmissionEvidenceTable;
  lke_return: LkeReturnTable;
  lke_return_indicator: LkeReturnIndicatorTable;
  lke_decision: LkeDecisionTable;
  decision_take_back: DecisionTakeBackTable;
  recommendation: RecommendationTable;
}

/** Why an answer above the lowest option has no evidence; no row or "" means no reason. */
export interface NoEvidenceReasonTable {
  lke_id: number;
  indicator_code: string;
  reason: string;
  /** Starts at 1, grows by 1 with each change. */
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}

/** One handing in, frozen by triggers; answers and evidence stand in the two tables below. */
export interface SubmissionTable {
  id: Generated<number>;
  lke_id: number;
  /** 1, 2, … per LKE: the round it begins. */
  number: number;
  target: 'wbk' | 'wbbm';
  submitted_by: number | null;
  submitted_by_name: string;
  submitted_at: Instant;
  /** After the satker's deadline. */
  is_late: number;
  answered: number;
  /** Exact total as a fraction. */
  total: string;
  /** The history as it stood just before. */
  head_seq: number;
  head_hash: string;
  /** SHA-256 over the whole content in its canonical form. */
  content_hash: string;
}

export interface SubmissionAnswerTable {
  submission_id: number;
  indicator_code: string;
  value: Json;
  note: string;
  /** Version of the mandiri answer that was frozen. */
  answer_version: number;
  /** Written reason where there is no evidence. */
  no_evidence_reason: string | null;
}

/** The version of an evidence that proved an indicator, with what was said of it then. */
export interface SubmissionEvidenceTable {
  submission_id: number;
  indicator_code: string;
  evidence_id: number;
  evidence_version_id: number;
  name: string;
  number: number;
  type: 'file' | 'link';
  file_name: string | null;
  sha256: string | null;
  url: string | null;
  document_day: Day | null;
  period_from: Day | null;
  period_to: Day | null;
  valid_until: Day | null;
  checklist_code: string | null;
}

/** A return of one submission; what it opens stays open until the next submission closes it. */
export interface LkeReturnTable {
  id: Generated<number>;
  lke_id: number;
  /** Number of the submission that comes back. */
  round: number;
  tier: 'pendahuluan' | 'tpi';
  reason: string;
  opens_all: number;
  /** 0: TPI's, waiting to be passed on by whoever assessed first. */
  opened: number;
  /** The return of TPI that this one passes on. */
  passes_on: number | null;
  returned_by: number | null;
  returned_by_name: string;
  returned_role: string;
  returned_at: Instant;
  /** Answered by a submission, passed on, or settled by a decision. */
  closed_at: Instant | null;
}

export interface LkeReturnIndicatorTable {
  return_id: number;
  indicator_code: string;
}

/** What a tier decided; the letter joins when it is recorded as sent. */
export interface LkeDecisionTable {
  id: Generated<number>;
  lke_id: number;
  round: number;
  tier: 'pendahuluan' | 'tpi' | 'tpn';
  kind:
    | 'layak'
    | 'belum-layak'
    | 'memenuhi'
    | 'belum-memenuhi'
    | 'diusulkan'
    | 'ditetapkan'
    | 'tidak-ditetapkan';
  effect: 'moves' | 'ends' | 'reopens';
  reason: string;
  letter_number: string | null;
  letter_day: Day | null;
  letter_recorded_at: Instant | null;
  detail: Json | null;
  decided_by: number | null;
  decided_by_name: string;
  decided_role: string;
  decided_at: Instant;
}

/** Why a decision counts no longer; the decision itself stays as it was. */
export interface DecisionTakeBackTable {
  decision_id: number;
  reason: string;
  taken_back_by: number | null;
  taken_back_by_name: string;
  taken_back_role: string;
  taken_back_at: Instant;
}

/** What the province's team told its head; nobody changes it. */
export interface RecommendationTable {
  id: Generated<number>;
  lke_id: number;
  round: number;
  kind: 'layak' | 'belum-layak';
  reason: string;
  /** Of what it was given; another one means that it no longer holds. */
  basis: string;
  /** Exact total of the tier as a fraction. */
  total: string;
  gates_passed: number;
  recommended_by: number | null;
  recommended_by_name: string;
  recommended_at: Instant;
}
