import { ZERO } from '../domain/exact.js';
import type { CountInput, CountsIndicator } from '../domain/instrument/instrument.js';
import { workbookText } from '../text/messages/workbook.js';
import { ratioFormula, totalFormula } from './answer-formulas.js';
import { formula, type CellValue, type Formula } from './cells.js';
import type { Column } from './layouts.js';
import { asNumber, indicatorScore } from './row-results.js';
import { answerOf, type SheetData } from './sheet-data.js';
import type { PlanRow } from './sheet-plan.js';

type AnswerColumn = Extract<Column, { role: 'answer' | 'note' }>;

/** The answer of one tier: typed values as values, what follows from counts as formulas. */
export function answerContent(row: PlanRow, column: AnswerColumn, data: SheetData): CellValue {
  if (row.kind === 'count') return countContent(row.indicator, row.input, column, data);
  if (row.kind !== 'indicator') return null;
  const { indicator } = row;
  if (indicator.type === 'counts') return ratioContent(indicator, column, data);
  const value = answerOf(data, column.tier, indicator.code)?.value ?? null;
  if (value === null || value.kind === 'counts') return null;
  return value.kind === 'choice' ? value.letter : Number(value.index);
}

function ratioContent(
  indicator: CountsIndicator,
  { tier, letter }: AnswerColumn,
  { plan, scoreOf }: SheetData,
): Formula {
  const score = scoreOf.get(tier);
  const own = score === undefined ? null : indicatorScore(score, indicator.code);
  const results = {
    unanswered: '',
    'not-computable': workbookText.notComputable,
    answered: asNumber(own?.value ?? ZERO),
  };
  return formula(ratioFormula(indicator, letter, plan), results[own?.state ?? 'unanswered']);
}

function countContent(
  indicator: CountsIndicator,
  { key, computedFrom }: CountInput,
  { tier, letter }: AnswerColumn,
  data: SheetData,
): CellValue {
  const value = answerOf(data, tier, indicator.code)?.value ?? null;
  const counts = value?.kind === 'counts' ? value.counts : {};
  if (computedFrom === null) return counts[key] ?? null;
  const known = computedFrom.flatMap((part) => counts[part] ?? []);
  const total = known.reduce((sum, count) => sum + count, 0);
  return formula(
    totalFormula(indicator, computedFrom, letter, data.plan),
    known.length === computedFrom.length ? total : '',
  );
}
