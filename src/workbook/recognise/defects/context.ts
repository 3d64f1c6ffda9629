import type { Instrument } from '../../../domain/instrument/instrument.js';
import type { RawCell, RawWorkbook } from '../../read/raw-workbook.js';
import type { FoundSheet } from '../find-sheet.js';
import { cellName } from '../grid.js';
import type { InvalidAnswer, OurExport, ReadRow, WorkbookDefect } from '../lke-reading.js';
import type { Target } from '../targets.js';

/** What the look for faults of a file's own formulas and numbers goes by. */
export interface DefectContext {
  readonly raw: RawWorkbook;
  readonly found: FoundSheet;
  readonly instrument: Instrument;
  readonly rows: readonly ReadRow[];
  readonly invalid: readonly InvalidAnswer[];
  readonly ours: OurExport | null;
  /** Some sheet of the file gives verdicts on the minimum values of a predikat. */
  readonly hasGates: boolean;
}

/** The kinds of faults; each has a sentence in text/messages/workbook-defects. */
export const DEFECT_KINDS = [
  'answer-is-formula',
  'answer-merged',
  'average-misses-rows',
  'column-repeated',
  'count-row-missing',
  'counts-contradict',
  'counts-implausible',
  'defects-more',
  'error-in-score',
  'external-reference',
  'formula-wrong-rows',
  'hidden-sheet-error',
  'letters-swapped',
  'lhkpn-half-missing',
  'link-is-local',
  'no-gates',
  'percent-typed',
  'percent-wrong-rows',
  'question-twice',
  'score-differs',
  'score-typed-over',
  'scores-not-current',
  'sum-misses-rows',
  'summary-error',
  'summary-weight-differs',
  'total-typed-differs',
  'total-without-parts',
  'type-missing',
  'type-overwritten',
  'unanswered-is-text',
  'unanswered-would-be-text',
  'weight-differs',
  'year-differs',
] as const;
export type DefectKind = (typeof DEFECT_KINDS)[number];

export function defect(
  kind: DefectKind,
  cell: string,
  args?: WorkbookDefect['args'],
): WorkbookDefect {
  return args === undefined ? { kind, cell } : { kind, cell, args };
}

/** The rows of the file that were recognised, with what they are, from the top. */
export function knownRows({ found }: DefectContext): { row: number; target: Target }[] {
  return [...found.matches.targetOf]
    .map(([row, target]) => ({ row, target }))
    .sort((a, b) => a.row - b.row);
}

/** A cell of a column that the file may not have. */
export function cellIn(
  { found }: DefectContext,
  row: number,
  role: 'weight' | 'choices' | 'answer' | 'value' | 'percent',
): { readonly cell: RawCell | null; readonly name: string } | null {
  const column = found.columns[role];
  if (column === null) return null;
  return { cell: found.grid.at(row, column), name: cellName(row, column) };
}
