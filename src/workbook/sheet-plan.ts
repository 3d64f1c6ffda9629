import type { Exact } from '../domain/exact.js';
import type {
  CountInput,
  CountsIndicator,
  Indicator,
  Instrument,
} from '../domain/instrument/instrument.js';
import type { LabelLetter } from './layouts.js';

export type HeadingLevel = 'component' | 'part' | 'area' | 'subcomponent' | 'group';

/** Codes of the three total rows. */
export const TOTAL_CODES = ['TOTAL.A', 'TOTAL.B', 'TOTAL'] as const;
export type TotalCode = (typeof TOTAL_CODES)[number];

/** One row of an official sheet; rows that are blank there have none. */
export type PlanRow = RowBase &
  (
    | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly code: string }
    | { readonly kind: 'indicator'; readonly indicator: Indicator }
    | { readonly kind: 'count'; readonly indicator: CountsIndicator; readonly input: CountInput }
    | { readonly kind: 'total'; readonly code: TotalCode }
  );

interface RowBase {
  readonly row: number;
  /** Texts of the columns B to G, indented as in the official sheet. */
  readonly labels: Readonly<Partial<Record<LabelLetter, string>>>;
  /** Points of the Bobot column: headings and the indicators of Hasil, else null. */
  readonly weight: Exact | null;
}

/** One official sheet for one instrument: its rows and where each thing stands. */
export interface SheetPlan {
  readonly instrument: Instrument;
  readonly rows: readonly PlanRow[];
  readonly lastRow: number;
  /** Row of an indicator or heading by code, of a count by "code:key", of a total by its code. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Row of the heading an indicator has to itself (LHKPN, Non LHKPN), by the indicator's code. */
  readonly groupRowOf: ReadonlyMap<string, number>;
}

/** A line of a row table before it is matched with the instrument. */
export interface TableRow {
  readonly row: number;
  /** "" where the row is blank; "A.I.1.i.a", "A.II.1.i.a:agen", "TOTAL.A". */
  readonly code: string;
  readonly labels: PlanRow['labels'];
  /** As printed in Bobot; "" where none. */
  readonly weight: string;
  /** The indicator's own heading row, not its answer row. */
  readonly isGroup: boolean;
}

/** Row of something that must stand in the sheet. Throws when it does not (a fault of the fixture). */
export function rowOf(plan: SheetPlan, code: string): number {
  const row = plan.rowOf.get(code);
  if (row === undefined) throw new Error(`the sheet has no row for ${code}`);
  return row;
}
