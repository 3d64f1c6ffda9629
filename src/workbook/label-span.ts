import { LABEL_LETTERS, LABEL_WIDTHS, type LabelLetter } from './layouts.js';
import type { PlanRow } from './sheet-plan.js';

/** The text of a row's label: where it starts and how wide it is from there to column G. */
export interface LabelSpan {
  readonly letter: LabelLetter;
  readonly text: string;
  readonly width: number;
  /** Too long for one line: broken into lines, its columns merged. */
  readonly isBroken: boolean;
}

const LAST = 'G';

/** The last filled column holds the text; a short one runs on over the blank columns beside it. */
export function labelSpan(row: PlanRow): LabelSpan | null {
  const letter = LABEL_LETTERS.findLast((one) => row.labels[one] !== undefined);
  const text = letter === undefined ? undefined : row.labels[letter];
  if (letter === undefined || text === undefined) return null;
  const covered = LABEL_LETTERS.slice(LABEL_LETTERS.indexOf(letter));
  const width = covered.reduce((sum, one) => sum + LABEL_WIDTHS[one], 0);
  return { letter, text, width, isBroken: text.length > width || text.includes('\n') };
}

/** Cells to merge under a broken label, e.g. "F176:G176"; null where there is one column only. */
export function mergedLabel(row: PlanRow): string | null {
  const span = labelSpan(row);
  if (span === null || !span.isBroken || span.letter === LAST) return null;
  return `${span.letter}${row.row}:${LAST}${row.row}`;
}
