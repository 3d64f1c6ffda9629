import type { Generated } from 'kysely';

/** A worksheet that was read for one LKE: a preview until it is applied, then what it did. JSON and instants as text. */
export interface ImportTable {
  id: Generated<number>;
  lke_id: number;
  /** Fit for display. */
  file_name: string;
  sha256: string;
  size: number;
  /** LkeReading[]: one, or one per sheet that could be meant; `[]` once expired. */
  readings: string;
  /** Which of the readings; null while the person has not said. */
  sheet: string | null;
  state: 'preview' | 'applied' | 'undone';
  /** What applying wrote, see features/imports/import-result.ts; null in a preview. */
  result: string | null;
  created_by: number | null;
  created_name: string;
  created_at: string;
  expires_at: string;
  applied_name: string | null;
  applied_at: string | null;
  undone_name: string | null;
  undone_at: string | null;
}
