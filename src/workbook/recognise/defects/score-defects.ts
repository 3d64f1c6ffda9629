import { exactToDecimal } from '../../../domain/exact.js';
import { scoreIndicator } from '../../../domain/scoring/score-indicator.js';
import { plainNumber } from '../cell-answer.js';
import { numberIn } from '../grid.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { cellIn, defect, type DefectContext } from './context.js';
import { wholesOf, type Whole } from './structure.js';

/** Figures are shown with two decimals; less than half of the last one is rounding. */
const ROUNDING = 0.005;
const LEAST_COMPARED = 10;
const DIGITS = 4;

/**
 * Stored figures that do not follow from the answers beside them, or from the rows they add up.
 * `explained` are cells whose formula is already known to be wrong.
 */
export function scoreDefects(
  context: DefectContext,
  explained: ReadonlySet<string>,
): WorkbookDefect[] {
  const { compared, differing } = indicatorDefects(context);
  const [first] = differing;
  const wholes = wholesOf(context.instrument)
    .flatMap((whole) => wholeDefect(context, whole))
    .filter(({ cell }) => !explained.has(cell));
  if (first === undefined || compared < LEAST_COMPARED || differing.length * 2 < compared) {
    return [...differing, ...wholes];
  }
  const args = { count: differing.length, of: compared };
  return [defect('scores-not-current', first.cell, args), ...wholes];
}

function indicatorDefects(context: DefectContext): {
  readonly compared: number;
  readonly differing: readonly WorkbookDefect[];
} {
  let compared = 0;
  const differing = context.instrument.indicators.flatMap((indicator) => {
    const answer = context.rows.find(({ code }) => code === indicator.code)?.value ?? null;
    const row = context.found.matches.rowOf.get(indicator.code)?.row;
    const place = row === undefined ? null : cellIn(context, row, 'value');
    const stored = numberIn(place?.cell ?? null);
    if (place === null || stored === null || answer === null) return [];
    const score = scoreIndicator(indicator, answer);
    if (score.state !== 'answered' || score.appRule !== null) return [];
    compared += 1;
    const own = indicator.half === 'hasil' ? score.points : score.value;
    const ours = exactToDecimal(own, DIGITS, 'half-up');
    return differs(stored, own.valueOf()) ? [scoreDefect(place.name, stored, ours)] : [];
  });
  return { compared, differing };
}

/** A mean or sum against the figures of the file's own rows. */
function wholeDefect(context: DefectContext, whole: Whole): WorkbookDefect[] {
  const row = context.found.matches.rowOf.get(whole.key)?.row;
  const place = row === undefined ? null : cellIn(context, row, 'value');
  const stored = numberIn(place?.cell ?? null);
  if (place === null || stored === null || (place.cell?.formula ?? null) === null) return [];
  const again = whole.kind === 'mean' ? meanOf(context, whole, row ?? 0) : sumOf(context, whole);
  if (again === null || !differs(stored, again)) return [];
  return [scoreDefect(place.name, stored, plainNumber(Number(again.toFixed(DIGITS))))];
}

function sumOf(context: DefectContext, { parts }: Whole): number | null {
  const values = parts.map(({ keys }) => keys.map((key) => storedAt(context, key)).find(isNumber));
  return values.every(isNumber) ? values.reduce((sum, value) => sum + value, 0) : null;
}

/** As AVERAGE does it: texts are skipped. Headings of single indicators are added up. */
function meanOf(context: DefectContext, { parts }: Whole, row: number): number | null {
  const groups = parts.map(({ keys }) => keys.find((key) => key.startsWith('group:')) ?? '');
  if (groups.some((key) => context.found.matches.rowOf.has(key))) {
    const values = groups.map((key) => storedAt(context, key));
    return values.every(isNumber) ? values.reduce((sum, value) => sum + value, 0) : null;
  }
  const places = parts.map(({ keys: [key = ''] }) => context.found.matches.rowOf.get(key)?.row);
  if (places.some((place) => place === undefined)) return null;
  const values = parts.map(({ keys: [key = ''] }) => storedAt(context, key)).filter(isNumber);
  const weight = numberIn(cellIn(context, row, 'weight')?.cell ?? null);
  if (values.length === 0 || weight === null) return null;
  return (values.reduce((sum, value) => sum + value, 0) / values.length) * weight;
}

function storedAt(context: DefectContext, key: string): number | undefined {
  const row = context.found.matches.rowOf.get(key)?.row;
  if (row === undefined) return undefined;
  return numberIn(cellIn(context, row, 'value')?.cell ?? null) ?? undefined;
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > ROUNDING;
}

function scoreDefect(cell: string, stored: number, ours: string): WorkbookDefect {
  return defect('score-differs', cell, {
    found: plainNumber(Number(stored.toFixed(DIGITS))),
    ours,
  });
}
