import { textIn } from '../grid.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { plainNumber } from '../cell-answer.js';
import { cellIn, defect, knownRows, type DefectContext } from './context.js';

const LEAST_FORMULAS = 10;

/** Errors in the figures of the worksheet, and figures typed where formulas belong. */
export function valueDefects(context: DefectContext): WorkbookDefect[] {
  const rows = knownRows(context);
  const formulas = rows.filter(
    ({ row }) => typeof cellIn(context, row, 'value')?.cell?.formula === 'string',
  );
  const isLive = formulas.length >= LEAST_FORMULAS;
  return rows.flatMap(({ row, target }) => [
    ...errorsIn(context, row, isComputed(context, target.key)),
    ...(isLive && target.kind !== 'count' ? typedOver(context, row) : []),
  ]);
}

/** The answer of the row is a formula over counts, so that its error is one of the figures. */
function isComputed({ instrument }: DefectContext, key: string): boolean {
  const [code, count] = key.split(':');
  const indicator = instrument.indicators.find((one) => one.code === code);
  if (indicator?.type !== 'counts') return false;
  return count === undefined
    ? true
    : indicator.inputs.some((input) => input.key === count && input.computedFrom !== null);
}

function errorsIn(
  context: DefectContext,
  row: number,
  isAnswerComputed: boolean,
): WorkbookDefect[] {
  const roles = isAnswerComputed
    ? (['answer', 'weight', 'value', 'percent'] as const)
    : (['weight', 'value', 'percent'] as const);
  return roles.flatMap((role) => {
    const place = cellIn(context, row, role);
    const error = place?.cell?.error ?? null;
    return place === null || error === null
      ? []
      : [defect('error-in-score', place.name, { error })];
  });
}

function typedOver(context: DefectContext, row: number): WorkbookDefect[] {
  const place = cellIn(context, row, 'value');
  const cell = place?.cell ?? null;
  if (place === null || cell?.formula !== null || typeof cell.value !== 'number') return [];
  const typed = textIn(cell) === '' ? '' : plainNumber(cell.value);
  return [defect('score-typed-over', place.name, { typed })];
}
