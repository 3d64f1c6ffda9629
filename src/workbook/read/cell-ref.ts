import { LAST_COLUMN, LAST_ROW } from './limits.js';
import { damaged } from './refusal.js';
import type { RawRange } from './raw-workbook.js';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** "K9" → row 9, column 11; refuses everything that is not a cell of Excel's grid. */
export function parseCellRef(ref: string): CellPlace {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(ref) ?? [];
  if (letters === undefined || digits === undefined) return damaged('cell-ref');
  const place = { row: Number(digits), column: columnNumber(letters) };
  return isOnGrid(place) ? place : damaged('cell-ref');
}

/** "B1:O1" or "B1". */
export function parseRange(ref: string): RawRange {
  const [first = '', last = first, ...more] = ref.split(':', 3);
  const [from, to] = [parseCellRef(first), parseCellRef(last)];
  if (more.length > 0 || from.row > to.row || from.column > to.column) return damaged('cell-ref');
  return { fromRow: from.row, fromColumn: from.column, toRow: to.row, toColumn: to.column };
}

export function parseRowNumber(text: string): number {
  const row = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  return row >= 1 && row <= LAST_ROW ? row : damaged('row-number');
}

export function isOnGrid({ row, column }: CellPlace): boolean {
  return row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
}

export function columnNumber(letters: string): number {
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

export function cellRef({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`;
}
