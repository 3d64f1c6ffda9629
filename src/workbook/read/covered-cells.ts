import type { CellPlace } from './cell-ref.js';
import { MOST_RANGES_IN_A_ROW } from './limits.js';
import type { RawRange } from './raw-workbook.js';
import { hostile } from './refusal.js';

/**
 * Calls back for each cell that lies in a range, without ever expanding a range. Cells are in order
 * of their rows. Ranges that lie over each other by the thousand are refused.
 */
export function forEachCovered<Cell extends CellPlace, Range extends RawRange>(
  cells: readonly Cell[],
  ranges: readonly Range[],
  visit: (cell: Cell, range: Range) => void,
): void {
  const waiting = [...ranges].sort((one, other) => other.fromRow - one.fromRow);
  let active: Range[] = [];
  let row = 0;
  for (const cell of cells) {
    if (cell.row !== row) {
      row = cell.row;
      active = active.filter(({ toRow }) => toRow >= row);
      for (let next = waiting.at(-1); next !== undefined && next.fromRow <= row;) {
        waiting.pop();
        if (next.toRow >= row) active.push(next);
        if (active.length > MOST_RANGES_IN_A_ROW) hostile('ranges');
        next = waiting.at(-1);
      }
    }
    for (const range of active) {
      if (cell.column >= range.fromColumn && cell.column <= range.toColumn) visit(cell, range);
    }
  }
}

export function isFirstOf(cell: CellPlace, range: RawRange): boolean {
  return cell.row === range.fromRow && cell.column === range.fromColumn;
}
