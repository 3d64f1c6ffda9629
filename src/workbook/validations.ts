import type { Indicator } from '../domain/instrument/instrument.js';
import { MAX_COUNT } from '../domain/scoring/complete-counts.js';
import { formatInteger } from '../text/format.js';
import { validationText } from '../text/messages/workbook.js';
import { joinCells, plain } from './answer-formulas.js';
import type { SheetData } from './sheet-data.js';
import type { PlanRow } from './sheet-plan.js';

/** One rule of what may be typed, over concrete cells ("K8 K11 K15:K17"). */
export interface Validation {
  readonly type: 'list' | 'whole' | 'decimal';
  readonly formulas: readonly string[];
  readonly message: string;
  readonly cells: string;
}

type Rule = Omit<Validation, 'cells'>;

/** The rules of the typed answers of every tier's column, one per kind of answer. */
export function validationsOf({ plan, table }: SheetData): Validation[] {
  const letters = table.columns.flatMap((column) =>
    column.role === 'answer' ? column.letter : [],
  );
  const byRule = new Map<string, { rule: Rule; rows: number[] }>();
  for (const row of plan.rows) {
    const rule = ruleOf(row);
    if (rule === null) continue;
    const key = [rule.type, ...rule.formulas].join('|');
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, { rule, rows: [row.row] });
    else known.rows.push(row.row);
  }
  return [...byRule.values()].map(({ rule, rows }) => {
    const cells = letters.map((letter) =>
      joinCells(
        rows.map((row) => `${letter}${row}`),
        ' ',
      ),
    );
    return { ...rule, cells: cells.join(' ') };
  });
}

/** null: nothing is typed in the row. */
function ruleOf(row: PlanRow): Rule | null {
  if (row.kind === 'indicator') return indicatorRule(row.indicator);
  if (row.kind !== 'count' || row.input.computedFrom !== null) return null;
  const message = validationText.count(formatInteger(MAX_COUNT));
  return { type: 'whole', formulas: ['0', String(MAX_COUNT)], message };
}

function indicatorRule(indicator: Indicator): Rule | null {
  switch (indicator.type) {
    case 'choice': {
      const letters = indicator.options.map(({ letter }) => letter);
      const message = validationText.choice(letters.join(', '));
      return { type: 'list', formulas: [`"${letters.join(',')}"`], message };
    }
    case 'index': {
      const limits = [plain(indicator.minimum), plain(indicator.maximum)] as const;
      return { type: 'decimal', formulas: limits, message: validationText.index(...limits) };
    }
    case 'counts':
      return null;
  }
}
