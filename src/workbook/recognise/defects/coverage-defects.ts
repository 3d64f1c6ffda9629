import { covers, referencesIn, type Reference } from '../formula-refs.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { cellIn, defect, type DefectContext } from './context.js';
import { wholesOf, type Whole } from './structure.js';

/** Functions that pick rows by their content: what they cover is not what they add. */
const PICKING =
  /\b(?:SUMIFS?|AVERAGEIFS?|COUNTIFS?|SUMPRODUCT|INDEX|OFFSET|[VHX]?LOOKUP|FILTER)\s*\(/i;

/** Means and sums whose formula leaves out rows that belong to it, or takes in others. */
export function coverageDefects(context: DefectContext): WorkbookDefect[] {
  const wholes = wholesOf(context.instrument);
  const byKey = new Map(wholes.map((whole) => [whole.key, whole]));
  return wholes.flatMap((whole) => coverageDefect(context, whole, byKey));
}

function coverageDefect(
  context: DefectContext,
  whole: Whole,
  byKey: ReadonlyMap<string, Whole>,
): WorkbookDefect[] {
  const { matches, grid } = context.found;
  const row = matches.rowOf.get(whole.key)?.row;
  const place = row === undefined ? null : cellIn(context, row, 'value');
  const formula = place?.cell?.formula ?? null;
  if (place === null || formula === null || PICKING.test(formula)) return [];
  const references = referencesIn(formula, grid.sheet.name);
  const standing = whole.parts.filter(({ keys }) => keys.some((key) => matches.rowOf.has(key)));
  const missed = standing.filter(
    ({ keys }) => !keys.some((key) => isIn(context, key, references, byKey)),
  );
  if (missed.length === standing.length) return [];
  const strangers = strangersIn(context, whole, references);
  return [
    ...(missed.length > 0 ? [missing(context, whole, place.name, missed)] : []),
    ...(strangers.length > 0
      ? [defect('formula-wrong-rows', place.name, { rows: strangers.join(', ') })]
      : []),
  ];
}

/** The row itself is named, or all that it adds up. */
function isIn(
  context: DefectContext,
  key: string,
  references: readonly Reference[],
  byKey: ReadonlyMap<string, Whole>,
): boolean {
  const { matches, columns } = context.found;
  const row = matches.rowOf.get(key)?.row;
  if (row !== undefined && columns.value !== null && covers(references, row, columns.value)) {
    return true;
  }
  const parts = byKey.get(key)?.parts ?? [];
  return (
    parts.length > 0 &&
    parts.every(({ keys }) => keys.some((one) => isIn(context, one, references, byKey)))
  );
}

function missing(
  { found }: DefectContext,
  whole: Whole,
  cell: string,
  missed: Whole['parts'],
): WorkbookDefect {
  const rows = missed
    .flatMap(({ keys }) =>
      keys.flatMap((key) => found.matches.rowOf.get(key)?.row ?? []).slice(0, 1),
    )
    .join(', ');
  const hasGroups = whole.parts.some(({ keys }) => {
    return keys.some((key) => key.startsWith('group:') && found.matches.rowOf.has(key));
  });
  if (hasGroups) return defect('lhkpn-half-missing', cell, { rows });
  return defect(whole.kind === 'mean' ? 'average-misses-rows' : 'sum-misses-rows', cell, { rows });
}

/** Rows of other sub-components that a mean takes in. */
function strangersIn(
  { found }: DefectContext,
  whole: Whole,
  references: readonly Reference[],
): number[] {
  const { columns, matches } = found;
  if (whole.kind !== 'mean' || columns.value === null) return [];
  const own = new Set(whole.parts.flatMap(({ keys }) => keys));
  const column = columns.value;
  return [...matches.targetOf]
    .filter(([row, { kind, key }]) => {
      return kind === 'indicator' && !own.has(key) && covers(references, row, column);
    })
    .map(([row]) => row)
    .sort((a, b) => a - b);
}
