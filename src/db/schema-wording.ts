import type { Generated } from 'kysely';

/** Tables of the official wording of a year, loaded from an official workbook. */
export interface WordingTables {
  official_wording: OfficialWordingTable;
  official_text: OfficialTextTable;
  wording_draft: WordingDraftTable;
}

/** The one set of texts of a year. A set never changes: a new load is a new row with a new id. */
export interface OfficialWordingTable {
  id: Generated<number>;
  year: number;
  title: string;
  /** "" where none was given. */
  number: string;
  /** `YYYY-MM-DD` */
  day: string | null;
  file_name: string;
  sha256: string;
  layout: 'lampiran-iii' | 'portalrb' | 'portalrb-kementerian';
  loaded_by: number | null;
  loaded_at: string;
}

/** "" where the sheet says nothing. */
export interface OfficialTextTable {
  wording_id: number;
  indicator_code: string;
  question: string;
  criteria: string;
}

/** What was read of an uploaded workbook, until it is confirmed or a day has passed. */
export interface WordingDraftTable {
  id: Generated<number>;
  year: number;
  file_name: string;
  sha256: string;
  /** JSON, see features/wording/draft.ts. */
  content: string;
  created_by: number | null;
  created_at: string;
}
