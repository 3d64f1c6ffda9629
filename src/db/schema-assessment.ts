import type { Generated } from 'kysely';
import type { Instant } from './schema-columns.js';

/** Tables of the tiers that judge: what an assessment adds to its answer, and the talk about it. */
export interface AssessmentTables {
  assessment: AssessmentTable;
  evidence_opening: EvidenceOpeningTable;
  tier_confirmation: TierConfirmationTable;
  review_assignment: ReviewAssignmentTable;
  note_thread: NoteThreadTable;
  note_message: NoteMessageTable;
}

/** Value, note, author and version stand in the answer of the same key. */
export interface AssessmentTable {
  lke_id: number;
  tier: 'pendahuluan' | 'tpi';
  indicator_code: string;
  /** Why it differs from the claim; "" where it does not. */
  reason: string;
  /** What was judged (claimKey): where the satker's claim is another now, this counts as none. */
  claim: string;
  /** Submission that was judged; 0 where there was none. */
  round: number;
}

/** Somebody opened the bytes or the link; what may be accepted together rests on it. */
export interface EvidenceOpeningTable {
  user_id: number;
  evidence_version_id: number;
  /** First time. */
  opened_at: Instant;
}

/** Holds while the tier's assessment is what it was: see basisOf in features/review. */
export interface TierConfirmationTable {
  id: Generated<number>;
  lke_id: number;
  tier: 'pendahuluan' | 'tpi';
  role: 'tpi-ketua' | 'tpi-dalnis';
  basis: string;
  confirmed_by: number | null;
  confirmed_at: Instant;
}

/** Who shall assess which satker of a year: the queue and the workload, not the right. */
export interface ReviewAssignmentTable {
  user_id: number;
  satker_code: string;
  year: number;
  assigned_by: number | null;
  assigned_at: Instant;
}

export interface NoteThreadTable {
  id: Generated<number>;
  lke_id: number;
  tier: 'pendahuluan' | 'tpi';
  indicator_code: string;
  /** Submission it was opened about. */
  round: number;
  opened_at: Instant;
  /** Whose turn it is; nobody once the reviewer closed it. */
  waits_for: 'satker' | 'reviewer' | 'nobody';
  closed_by: number | null;
  closed_at: Instant | null;
}

export interface NoteMessageTable {
  id: Generated<number>;
  thread_id: number;
  round: number;
  side: 'satker' | 'reviewer';
  text: string;
  author_id: number | null;
  created_at: Instant;
}
