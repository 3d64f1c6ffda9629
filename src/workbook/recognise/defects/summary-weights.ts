import type { Instrument } from '../../../domain/instrument/instrument.js';
import { exactToDecimal } from '../../../domain/exact.js';
import { headingWords } from '../../../text/workbook-words.js';
import type { RawSheet } from '../../read/raw-workbook.js';
import { plainNumber } from '../cell-answer.js';
import { cellOn, gridOf, numberIn, textIn, type Grid } from '../grid.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { areaOfText } from '../area-names.js';
import { compact } from '../normal-text.js';
import { defect } from './context.js';

const FIRST_ROWS = 60;

/** Summary tables that still carry the weights of an older rule. */
export function summaryWeights(sheet: RawSheet, instrument: Instrument): WorkbookDefect[] {
  const grid = gridOf(sheet);
  let column: number | null = null;
  return grid.rows.slice(0, FIRST_ROWS).flatMap((row): WorkbookDefect[] => {
    column = weightColumn(grid, row) ?? keptColumn(grid, row, column);
    const area = areaIn(grid, row, instrument);
    if (column === null || area === null) return [];
    const found = numberIn(grid.at(row, column));
    const known = instrument.halfAreas.filter((half) => half.area === area.key);
    const allowed = [area.weight, ...known.map(({ weight }) => weight)];
    if (found === null || allowed.some((one) => Math.abs(one.valueOf() - found) < 1e-9)) return [];
    const args = {
      sheet: sheet.name,
      area: area.name,
      found: plainNumber(found),
      expected: exactToDecimal(area.weight, 6, 'half-up'),
    };
    return [defect('summary-weight-differs', cellOn(sheet.name, row, column), args)];
  });
}

function weightColumn(grid: Grid, row: number): number | null {
  const words: readonly string[] = headingWords.weight;
  return grid.inRow(row).find((cell) => words.includes(compact(textIn(cell))))?.column ?? null;
}

/** Another heading in the column ends the table. */
function keptColumn(grid: Grid, row: number, column: number | null): number | null {
  return column !== null && typeof grid.at(row, column)?.value === 'string' ? null : column;
}

function areaIn(grid: Grid, row: number, instrument: Instrument) {
  for (const cell of grid.inRow(row).slice(0, 8)) {
    const area = areaOfText(textIn(cell), instrument);
    if (area !== null) return area;
  }
  return null;
}
