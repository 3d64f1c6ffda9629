import { cellRef } from '../read/cell-ref.js';
import type { RawCell, RawRange, RawSheet } from '../read/raw-workbook.js';
import { pushTo } from './push-to.js';

/** A sheet by rows and columns (from 1). */
export interface Grid {
  readonly sheet: RawSheet;
  /** Rows that hold something, ascending. */
  readonly rows: readonly number[];
  readonly lastRow: number;
  readonly at: (row: number, column: number) => RawCell | null;
  /** As seen: within a merged range the cell that shows in it. */
  readonly shown: (row: number, column: number) => RawCell | null;
  /** Ascending by column. */
  readonly inRow: (row: number) => readonly RawCell[];
  readonly mergeAt: (row: number, column: number) => RawRange | null;
}

/** Higher merges hold no text of a worksheet; they are not looked into. */
const HIGHEST_MERGE = 200;
const MOST_MERGE_ROWS = 200_000;

const grids = new WeakMap<RawSheet, Grid>();

export function gridOf(sheet: RawSheet): Grid {
  const known = grids.get(sheet);
  if (known !== undefined) return known;
  const made = makeGrid(sheet);
  grids.set(sheet, made);
  return made;
}

function makeGrid(sheet: RawSheet): Grid {
  const byRow = new Map<number, RawCell[]>();
  for (const cell of sheet.cells) pushTo(byRow, cell.row, cell);
  for (const cells of byRow.values()) cells.sort((a, b) => a.column - b.column);
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  const merges = mergesByRow(sheet.merges);
  const inRow = (row: number) => byRow.get(row) ?? [];
  const at = (row: number, column: number) =>
    inRow(row).find((cell) => cell.column === column) ?? null;
  const mergeAt = (row: number, column: number) =>
    merges.get(row)?.find((one) => one.fromColumn <= column && column <= one.toColumn) ?? null;
  const shown = (row: number, column: number) => {
    const merge = mergeAt(row, column);
    return merge === null ? at(row, column) : at(merge.fromRow, merge.fromColumn);
  };
  return { sheet, rows, lastRow: rows.at(-1) ?? 0, at, shown, inRow, mergeAt };
}

/** "K9" */
export function cellName(row: number, column: number): string {
  return cellRef({ row, column });
}

/** "Ringkasan!B4", as a person would look for it. */
export function cellOn(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellName(row, column)}`;
}

/** What a cell shows as text; "" where it shows nothing. */
export function textIn(cell: RawCell | null): string {
  if (cell === null || cell.error !== null) return '';
  if (typeof cell.value === 'string') return cell.value;
  return cell.value === null ? '' : String(cell.value);
}

export function numberIn(cell: RawCell | null): number | null {
  return typeof cell?.value === 'number' && Number.isFinite(cell.value) ? cell.value : null;
}

function mergesByRow(merges: readonly RawRange[]): ReadonlyMap<number, RawRange[]> {
  const byRow = new Map<number, RawRange[]>();
  let left = MOST_MERGE_ROWS;
  for (const merge of merges) {
    const height = merge.toRow - merge.fromRow + 1;
    if (height > HIGHEST_MERGE || height > left) continue;
    left -= height;
    for (let row = merge.fromRow; row <= merge.toRow; row += 1) pushTo(byRow, row, merge);
  }
  return byRow;
}
