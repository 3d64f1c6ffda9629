import type { CountsIndicator } from '../../../domain/instrument/instrument.js';
import { sharedCounts } from '../../../domain/instrument/shared-counts.js';
import { implausibleCounts } from '../../../domain/scoring/implausible-counts.js';
import { cellName, numberIn } from '../grid.js';
import type { ReadRow, WorkbookDefect } from '../lke-reading.js';
import { countAt } from '../share-counts.js';
import { plainNumber } from '../cell-answer.js';
import { cellIn, defect, type DefectContext } from './context.js';

/** Numbers that contradict each other, and counts whose row is gone. */
export function countDefects(context: DefectContext): WorkbookDefect[] {
  const numeric = context.instrument.indicators.flatMap((indicator) => {
    const row = context.rows.find(({ code }) => code === indicator.code);
    return indicator.type === 'counts' && row !== undefined ? [{ indicator, row }] : [];
  });
  return [
    ...numeric.flatMap(({ indicator, row }) => [
      ...missingRows(context, indicator, row),
      ...totals(context, indicator, row),
      ...implausible(context, indicator, row),
    ]),
    ...contradictions(context),
  ];
}

function missingRows(
  { found }: DefectContext,
  indicator: CountsIndicator,
  row: ReadRow,
): WorkbookDefect[] {
  return indicator.inputs
    .filter(({ key, computedFrom }) => {
      return computedFrom === null && !found.matches.rowOf.has(`${indicator.code}:${key}`);
    })
    .map(({ label }) => defect('count-row-missing', row.cell, { label, code: indicator.code }));
}

/** A total that should be the sum of its parts; it is compared, never taken. */
function totals(
  context: DefectContext,
  indicator: CountsIndicator,
  row: ReadRow,
): WorkbookDefect[] {
  return indicator.inputs.flatMap(({ key, label, computedFrom }) => {
    const at = context.found.matches.rowOf.get(`${indicator.code}:${key}`)?.row;
    const place = at === undefined ? null : cellIn(context, at, 'answer');
    const total = numberIn(place?.cell ?? null);
    if (computedFrom === null || place === null || total === null) return [];
    const parts = computedFrom.map((part) => countAt(row, part));
    const known = parts.filter((part) => part !== undefined);
    const sum = known.reduce((all, part) => all + part, 0);
    const isTyped = place.cell?.formula === null;
    if (known.length === 0) {
      if (!isTyped || total === 0) return [];
      return [defect('total-without-parts', place.name, { label, typed: plainNumber(total) })];
    }
    if (total === sum) return [];
    return [defect('total-typed-differs', place.name, { label, typed: plainNumber(total), sum })];
  });
}

function implausible(
  { found }: DefectContext,
  indicator: CountsIndicator,
  row: ReadRow,
): WorkbookDefect[] {
  if (row.value?.kind !== 'counts') return [];
  const labelOf = (key: string) => indicator.inputs.find((one) => one.key === key)?.label ?? key;
  return implausibleCounts(indicator, row.value.counts).map(({ parts, within }) => {
    const at = found.matches.rowOf.get(`${indicator.code}:${parts[0] ?? ''}`)?.row;
    const cell = at === undefined ? row.cell : cellName(at, found.columns.answer);
    const names = parts.map(labelOf).join(' + ');
    return defect('counts-implausible', cell, { parts: names, within: labelOf(within) });
  });
}

/** The same count asked in two places with two numbers. */
function contradictions({ instrument, rows, found }: DefectContext): WorkbookDefect[] {
  const rowOf = (code: string) => rows.find((row) => row.code === code);
  const cellOf = (code: string, key: string) => {
    const row = found.matches.rowOf.get(`${code}:${key}`)?.row;
    return row === undefined ? null : cellName(row, found.columns.answer);
  };
  return sharedCounts(instrument).flatMap(({ source, copy }) => {
    const [first, second] = [source, copy].map(({ code, key }) => countAt(rowOf(code), key));
    const [cell, other] = [source, copy].map(({ code, key }) => cellOf(code, key));
    if (first === undefined || second === undefined || first === second) return [];
    if (typeof cell !== 'string' || typeof other !== 'string') return [];
    return [defect('counts-contradict', other, { other: cell, here: second, there: first })];
  });
}
