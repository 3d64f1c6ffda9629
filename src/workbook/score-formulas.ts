import type { Subcomponent } from '../domain/instrument/instrument.js';
import { joinCells, valueFormula } from './answer-formulas.js';
import { codeOf } from './plan-sheet.js';
import { rowOf, type PlanRow, type SheetPlan } from './sheet-plan.js';

export interface ScoreColumns {
  readonly answer: string;
  readonly value: string;
  readonly weight: string;
}

/** The formula of a row's Nilai; null for the rows of typed counts, which have none. */
export function scoreFormula(row: PlanRow, columns: ScoreColumns, plan: SheetPlan): string | null {
  const at = (code: string) => `${columns.value}${rowOf(plan, code)}`;
  const weight = `${columns.weight}${row.row}`;
  switch (row.kind) {
    case 'count':
      return null;
    case 'total':
      return row.code === 'TOTAL' ? `${at('TOTAL.A')}+${at('TOTAL.B')}` : at(row.code.slice(-1));
    case 'indicator': {
      const value = valueFormula(row.indicator, `${columns.answer}${row.row}`);
      return row.weight === null ? value : `${value}*${weight}`;
    }
    case 'heading':
      return row.level === 'group'
        ? `${at(row.code)}*${weight}`
        : headingFormula(row, weight, columns, plan);
  }
}

function headingFormula(
  row: Extract<PlanRow, { kind: 'heading' }>,
  weight: string,
  columns: ScoreColumns,
  plan: SheetPlan,
): string {
  const subcomponent = plan.instrument.subcomponents.find(({ code }) => code === row.code);
  if (subcomponent !== undefined) return meanFormula(subcomponent, weight, columns.value, plan);
  const children = childCodes(row.code, plan).map((code) => `${columns.value}${rowOf(plan, code)}`);
  return row.level === 'component' ? children.join('+') : `SUM(${joinCells(children)})`;
}

/**
 * Mean × weight over all indicators, or the sum of their own weighted headings: in the circulating
 * sheet the second half of "Penyampaian Laporan Harta Kekayaan" never counts.
 */
function meanFormula(
  subcomponent: Subcomponent,
  weight: string,
  value: string,
  plan: SheetPlan,
): string {
  const codes = subcomponent.indicators.map((indicator) => indicator.code);
  const groups = codes.flatMap((code) => plan.groupRowOf.get(code) ?? []);
  if (groups.length === codes.length) return groups.map((row) => `${value}${row}`).join('+');
  return `AVERAGE(${joinCells(codes.map((code) => `${value}${rowOf(plan, code)}`))})*${weight}`;
}

function childCodes(parent: string, plan: SheetPlan): string[] {
  const depth = parent.split('.').length + 1;
  return plan.rows
    .map(codeOf)
    .filter((code) => code.startsWith(`${parent}.`) && code.split('.').length === depth);
}
