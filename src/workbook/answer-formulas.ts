import { exactToDecimal, type Exact } from '../domain/exact.js';
import type { CountFormula, CountsIndicator, Indicator } from '../domain/instrument/instrument.js';
import { workbookText } from '../text/messages/workbook.js';
import { rowOf, type SheetPlan } from './sheet-plan.js';

/** Formulas of single indicators. Cells are named by the column of the answers and the row. */

/** 0..1 of a choice or an index; an empty cell and a letter outside the scale count 0. */
export function valueFormula(indicator: Indicator, cell: string): string {
  switch (indicator.type) {
    case 'choice':
      return indicator.options.reduceRight(
        (otherwise, { letter, value }) =>
          value.equals(0)
            ? otherwise
            : `IF(TRIM(${cell})="${letter}",${plain(value)},${otherwise})`,
        '0',
      );
    case 'counts':
      return `N(${cell})`;
    case 'index':
      return `IF(ISNUMBER(${cell}),MAX(0,MIN(1,${cell}/${plain(indicator.maximum)})),0)`;
  }
}

/**
 * The computed answer of a numeric indicator: "" while a count is missing, our words where it
 * cannot be computed, else 0..1 by the rules of `CountFormula`.
 */
export function ratioFormula(indicator: CountsIndicator, column: string, plan: SheetPlan): string {
  const at = (key: string) => `${column}${rowOf(plan, `${indicator.code}:${key}`)}`;
  const typed = indicator.inputs.filter((input) => input.computedFrom === null);
  const cells = typed.map((input) => at(input.key));
  return `IF(COUNT(${joinCells(cells)})<${cells.length},"",${ruleFormula(indicator.formula, at, cells)})`;
}

/** The sum of the counts a computed total stands for; "" while one is missing. */
export function totalFormula(
  indicator: CountsIndicator,
  parts: readonly string[],
  column: string,
  plan: SheetPlan,
): string {
  const cells = joinCells(
    parts.map((key) => `${column}${rowOf(plan, `${indicator.code}:${key}`)}`),
  );
  return `IF(COUNT(${cells})<${parts.length},"",SUM(${cells}))`;
}

/** "K1:K3,K5": runs of cells in one column are written as ranges. */
export function joinCells(cells: readonly string[], separator = ','): string {
  const runs: { first: string; last: string; next: string }[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run?.next === cell) Object.assign(run, { last: cell, next: below(cell) });
    else runs.push({ first: cell, last: cell, next: below(cell) });
  }
  return runs
    .map(({ first, last }) => (first === last ? first : `${first}:${last}`))
    .join(separator);
}

/** An exact decimal as it is written in a formula. */
export function plain(value: Exact): string {
  return exactToDecimal(value, 15, 'half-up');
}

function ruleFormula(
  rule: CountFormula,
  at: (key: string) => string,
  cells: readonly string[],
): string {
  switch (rule.kind) {
    case 'ratio': {
      const zero = zeroRatio(rule.allZero, cells);
      const [numerator, denominator] = [at(rule.numerator), at(rule.denominator)];
      return `IF(${denominator}=0,${zero},MAX(0,MIN(1,${numerator}/${denominator})))`;
    }
    case 'decrease': {
      const [before, now] = [at(rule.before), at(rule.now)];
      const zero = `IF(${now}=0,${plain(rule.bothZero)},${plain(rule.fromZero)})`;
      return `IF(${before}=0,${zero},MAX(0,MIN(1,(${before}-${now})/${before})))`;
    }
  }
}

function zeroRatio(allZero: Exact | null, cells: readonly string[]): string {
  const notComputable = `"${workbookText.notComputable}"`;
  if (allZero === null) return notComputable;
  return `IF(SUM(${joinCells(cells)})=0,${plain(allZero)},${notComputable})`;
}

function below(cell: string): string {
  return cell.replace(/\d+$/, (row) => String(Number(row) + 1));
}
