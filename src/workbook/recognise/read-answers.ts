import type {
  ChoiceIndicator,
  CountsIndicator,
  Indicator,
  IndexIndicator,
} from '../../domain/instrument/instrument.js';
import { parseAnswer } from '../../domain/scoring/parse-answer.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { RawCell } from '../read/raw-workbook.js';
import {
  cellValue,
  choiceAnswer,
  countAnswer,
  indexAnswer,
  type CellAnswer,
} from './cell-answer.js';
import type { FoundSheet } from './find-sheet.js';
import { cellName } from './grid.js';
import type { InvalidAnswer } from './lke-reading.js';

/** The answer of one indicator as its cells give it. */
export interface CellsAnswer {
  /** Where it stands; of counts the first of them that was found. */
  readonly cell: string;
  readonly value: AnswerValue | null;
  readonly invalid: readonly InvalidAnswer[];
}

const LONGEST_VALUE = 200;

/** null: no row of the indicator was found. What an answer may be is decided by `parseAnswer`. */
export function answerIn(found: FoundSheet, indicator: Indicator): CellsAnswer | null {
  if (indicator.type === 'counts') return countsIn(found, indicator);
  const row = found.matches.rowOf.get(indicator.code)?.row;
  if (row === undefined) return null;
  const cell = found.grid.at(row, found.columns.answer);
  const at = cellName(row, found.columns.answer);
  const typed = indicator.type === 'choice' ? choiceAnswer(cell, indicator) : indexAnswer(cell);
  return { cell: at, ...single(indicator, typed, cell, at) };
}

function single(
  indicator: ChoiceIndicator | IndexIndicator,
  typed: CellAnswer,
  cell: RawCell | null,
  at: string,
): Omit<CellsAnswer, 'cell'> {
  if (typed.kind === 'empty') return { value: null, invalid: [] };
  const report = { cell: at, code: indicator.code, value: shortValue(cell) };
  if (typed.kind === 'unusable') {
    return { value: null, invalid: [{ ...report, reason: typed.reason }] };
  }
  const parsed = parseAnswer(indicator, typed.text, 'unanswered');
  if (parsed.ok) return { value: parsed.answer, invalid: [] };
  return {
    value: null,
    invalid: parsed.problems.map(({ code, args }) => ({
      ...report,
      reason: code,
      ...withArgs(args),
    })),
  };
}

/** Every typed count on its own: a wrong one leaves the others standing. */
function countsIn(found: FoundSheet, indicator: CountsIndicator): CellsAnswer | null {
  const { grid, columns, matches } = found;
  const counts: Record<string, number> = {};
  const invalid: InvalidAnswer[] = [];
  const cells: string[] = [];
  for (const { key, computedFrom } of indicator.inputs) {
    const row = matches.rowOf.get(`${indicator.code}:${key}`)?.row;
    if (row === undefined || computedFrom !== null) continue;
    const cell = grid.at(row, columns.answer);
    const at = cellName(row, columns.answer);
    cells.push(at);
    const count = oneCount(indicator, key, cell, at);
    if ('count' in count) counts[key] = count.count;
    else invalid.push(...count.invalid);
  }
  const own = matches.rowOf.get(indicator.code)?.row;
  const cell = cells[0] ?? (own === undefined ? null : cellName(own, columns.answer));
  if (cell === null) return null;
  const isFilled = Object.keys(counts).length > 0;
  if (!isFilled && own !== undefined) invalid.push(...typedRatio(found, indicator, own, invalid));
  return { cell, value: isFilled ? { kind: 'counts', counts } : null, invalid };
}

function oneCount(
  indicator: CountsIndicator,
  key: string,
  cell: RawCell | null,
  at: string,
): { readonly count: number } | { readonly invalid: readonly InvalidAnswer[] } {
  const typed = countAnswer(cell);
  if (typed.kind === 'empty') return { invalid: [] };
  const report = { cell: at, code: `${indicator.code}:${key}`, value: shortValue(cell) };
  if (typed.kind === 'unusable') return { invalid: [{ ...report, reason: typed.reason }] };
  const parsed = parseAnswer(indicator, { [key]: typed.text }, 'unanswered');
  if (!parsed.ok) {
    return {
      invalid: parsed.problems.map(({ code, args }) => ({
        ...report,
        reason: code,
        ...withArgs(args),
      })),
    };
  }
  const count = parsed.answer?.kind === 'counts' ? parsed.answer.counts[key] : undefined;
  return count === undefined ? { invalid: [] } : { count };
}

/** A percentage typed where a formula over the counts belongs is no answer without its counts. */
function typedRatio(
  { grid, columns }: FoundSheet,
  indicator: CountsIndicator,
  row: number,
  before: readonly InvalidAnswer[],
): InvalidAnswer[] {
  const cell = grid.at(row, columns.answer);
  const isTyped = cell?.formula === null && cell.error === null && cell.value !== null;
  if (
    !isTyped ||
    before.length > 0 ||
    countAnswer({ ...cell, format: 'general' }).kind === 'empty'
  ) {
    return [];
  }
  const at = cellName(row, columns.answer);
  return [{ cell: at, code: indicator.code, value: shortValue(cell), reason: 'counts-expected' }];
}

function shortValue(cell: RawCell | null): string {
  return cellValue(cell).slice(0, LONGEST_VALUE);
}

function withArgs(args: InvalidAnswer['args']): Pick<InvalidAnswer, 'args'> {
  return args === undefined ? {} : { args };
}
