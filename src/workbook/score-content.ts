import type { Exact } from '../domain/exact.js';
import { formula, type CellValue } from './cells.js';
import { letterOf } from './layouts.js';
import { asNumber, exactResult } from './row-results.js';
import { scoreFormula } from './score-formulas.js';
import type { SheetData } from './sheet-data.js';
import { rowOf, type PlanRow } from './sheet-plan.js';

/** Nilai: the formula with what the application computed. */
export function valueContent(row: PlanRow, { table, plan, score }: SheetData): CellValue {
  const columns = {
    answer: letterOf(table, 'answer', table.tier),
    value: letterOf(table, 'value'),
    weight: letterOf(table, 'weight'),
  };
  const text = scoreFormula(row, columns, plan);
  return text === null ? null : formula(text, asNumber(exactResult(row, score, plan)));
}

/** Nilai / Bobot where the row has a Bobot; a total compares with the Bobot of what it adds up. */
export function percentContent(row: PlanRow, { table, plan, score }: SheetData): CellValue {
  const weight = letterOf(table, 'weight');
  const whole = wholeOf(row, plan.instrument.weights, (code) => `${weight}${rowOf(plan, code)}`);
  const exact = exactResult(row, score, plan);
  if (whole === null || exact === null) return null;
  const cells = whole.cells ?? `${weight}${row.row}`;
  const text = `IF(${cells}=0,0,${letterOf(table, 'value')}${row.row}/(${cells}))`;
  return formula(text, asNumber(exact.div(whole.points)));
}

interface Whole {
  readonly points: Exact;
  /** null: the row's own Bobot. */
  readonly cells: string | null;
}

function wholeOf(
  row: PlanRow,
  weights: SheetData['plan']['instrument']['weights'],
  at: (code: string) => string,
): Whole | null {
  if (row.kind !== 'total') return row.weight && { points: row.weight, cells: null };
  switch (row.code) {
    case 'TOTAL.A':
      return { points: weights.pengungkit, cells: at('A') };
    case 'TOTAL.B':
      return { points: weights.hasil, cells: at('B') };
    case 'TOTAL':
      return { points: weights.total, cells: `${at('A')}+${at('B')}` };
  }
}
