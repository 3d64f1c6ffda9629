import type { Instrument } from '../../domain/instrument/instrument.js';
import type { RawWorkbook } from '../read/raw-workbook.js';
import type { FoundSheet } from './find-sheet.js';
import { plainNumber } from './cell-answer.js';
import { gateOfText } from './gate-names.js';
import { gridOf, numberIn, textIn, type Grid } from './grid.js';

const MOST_ROWS = 300;
/** Bobot of the total, which stands before its value. */
const FULL_WEIGHT = 100;

/**
 * The total that the file itself shows, as decimal text with a point: of the worksheet, else of a
 * visible summary sheet.
 */
export function fileTotal(
  found: FoundSheet,
  raw: RawWorkbook,
  instrument: Instrument,
): string | null {
  const { grid, columns, matches } = found;
  const row = matches.rowOf.get('TOTAL')?.row;
  if (row !== undefined && columns.value !== null) {
    const total = numberIn(grid.at(row, columns.value));
    return total === null ? null : plainNumber(total);
  }
  for (const sheet of raw.sheets) {
    if (sheet === grid.sheet || sheet.state !== 'visible') continue;
    const total = totalIn(gridOf(sheet), instrument);
    if (total !== null) return plainNumber(total);
  }
  return null;
}

function totalIn(grid: Grid, instrument: Instrument): number | null {
  for (const row of grid.rows.slice(0, MOST_ROWS)) {
    const cells = grid.inRow(row);
    const name = textIn(cells.find(({ value }) => typeof value === 'string') ?? null);
    if (gateOfText(name, instrument) !== 'total') continue;
    const numbers = cells.flatMap((cell) => numberIn(cell) ?? []);
    const [first, second] = numbers;
    if (first !== undefined) return first === FULL_WEIGHT && second !== undefined ? second : first;
  }
  return null;
}
