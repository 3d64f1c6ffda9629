import type { Generated } from 'kysely';
import type { Day, Instant, Json } from './schema-columns.js';

/** Tables of nomination: its requirements, the letters of proposal, what TPN found. */
export interface ProposalTables {
  instansi_requirement: InstansiRequirementTable;
  satker_requirement: SatkerRequirementTable;
  proposal_letter: ProposalLetterTable;
  proposal_entry: ProposalEntryTable;
  statement_text: StatementTextTable;
  tpn_result: TpnResultTable;
  tpn_file: TpnFileTable;
}

interface RequirementColumns {
  /** Code of the ruleset's nomination requirement. */
  code: string;
  /** As the kind of the requirement writes it: a grade, "Ya", "98.5"; "" where it was taken back. */
  value: string;
  /** The document that says so. */
  source: string;
  as_of: Day | null;
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}

/** KPU RI's own values of a year. */
export interface InstansiRequirementTable extends RequirementColumns {
  year: number;
}

export interface SatkerRequirementTable extends RequirementColumns {
  lke_id: number;
}

/** One letter to TPN; its satker stand in proposal_entry. */
export interface ProposalLetterTable {
  id: Generated<number>;
  year: number;
  number: string;
  day: Day;
  created_by: number | null;
  created_by_name: string;
  created_at: Instant;
}

/** What stood beside a satker when it was proposed: the annex never changes afterwards. */
export interface ProposalEntryTable {
  id: Generated<number>;
  letter_id: number;
  lke_id: number;
  /** The decision it belongs to: taken back, the satker stands in the letter no longer. */
  decision_id: number | null;
  facts: Json;
  /** Why it is proposed although a requirement is not fulfilled or unknown; else "". */
  reason: string;
}

/** What the head of the instansi declares, in the words of the administrator; no row: the product's. */
export interface StatementTextTable {
  year: number;
  text: string;
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}

/** TPN's field score where it came as totals; decimals as text. */
export interface TpnResultTable {
  lke_id: number;
  total: string;
  pengungkit: string | null;
  hasil: string | null;
  note: string;
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}

/** What a worksheet of TPN says, until it is taken over or its days are over. */
export interface TpnFileTable {
  id: Generated<number>;
  lke_id: number;
  file_name: string;
  sha256: string;
  /** [code, answer, note] of every row that was read. */
  answers: Json;
  created_by: number | null;
  created_at: Instant;
  expires_at: Instant;
}
