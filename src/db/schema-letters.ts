import type { Generated } from 'kysely';
import type { Day, Instant, Json } from './schema-columns.js';

/** Tables of what goes out on paper: letterheads, letters to TPI, the reports of TPI (LHE). */
export interface LetterTables {
  letterhead: LetterheadTable;
  letter: LetterTable;
  letter_lke: LetterLkeTable;
  lhe: LheTable;
  lhe_text: LheTextTable;
}

/** One per writer of letters: a province ("52"), the centre ("00"); TPI has as many as sign ("tpi", "tpi-2"). */
export interface LetterheadTable {
  owner: string;
  /** Lines of the head. */
  agency: string;
  address: string;
  city: string;
  signatory_position: string;
  signatory_name: string;
  signatory_nip: string;
  addressee: string;
  /** One per line. */
  copies: string;
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}

/** A recommendation to TPI; a draft until it is recorded as sent, then frozen by triggers. */
export interface LetterTable {
  id: Generated<number>;
  owner: string;
  year: number;
  number: string;
  day: Day;
  attachments: string;
  urgency: Generated<'biasa' | 'segera' | 'sangat-segera'>;
  version: number;
  /** The finished paper as it went out. */
  content: Json | null;
  content_hash: string | null;
  sent_by: number | null;
  sent_by_name: string | null;
  sent_at: Instant | null;
  created_at: Instant;
}

/** What a letter recommends; a decision stands in one letter only. */
export interface LetterLkeTable {
  letter_id: number;
  lke_id: number;
  decision_id: number;
}

/** The report of one round; frozen by triggers once TPI concluded. */
export interface LheTable {
  lke_id: number;
  round: number;
  /** 1, and one more each time TPI reports again after its conclusion was taken back. */
  edition: Generated<number>;
  number: string;
  /** A {@link Day}, "" until it is known. */
  day: string;
  /** Under which of TPI's heads it goes out; null until one is chosen. */
  letterhead: string | null;
  version: number;
  decision_id: number | null;
  content: Json | null;
  content_hash: string | null;
  concluded_at: Instant | null;
}

/** What TPI typed into one section of the report. */
export interface LheTextTable {
  lke_id: number;
  round: number;
  section: string;
  text: string;
  version: number;
  updated_by: number | null;
  updated_at: Instant;
}
