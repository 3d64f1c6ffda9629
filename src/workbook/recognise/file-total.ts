import type { FoundSheet } from './find-sheet.js';
import { plainNumber } from './cell-answer.js';
import { numberIn } from './grid.js';

/** The total that the file itself shows, as decimal text with a point. */
export function fileTotal({ grid, columns, matches }: FoundSheet): string | null {
  const row = matches.rowOf.get('TOTAL')?.row;
  if (row === undefined || columns.value === null) return null;
  const total = numberIn(grid.at(row, columns.value));
  return total === null ? null : plainNumber(total);
}
