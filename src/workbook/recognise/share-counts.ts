import type { Instrument } from '../../domain/instrument/instrument.js';
import { sharedCounts, type CountPlace } from '../../domain/instrument/shared-counts.js';
import type { InvalidAnswer, ReadRow } from './lke-reading.js';

/**
 * A count that the sheet asks twice is typed once and stored in both: where the file fills it in
 * one place only, the other has it too. Where both are filled each keeps its own, and the
 * contradiction is reported.
 */
export function shareCounts(
  rows: readonly ReadRow[],
  invalid: readonly InvalidAnswer[],
  instrument: Instrument,
): readonly ReadRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const { source, copy } of sharedCounts(instrument)) {
    for (const [from, to] of [[source, copy] as const, [copy, source] as const]) {
      const isTyped = invalid.some(({ code }) => code === `${to.code}:${to.key}`);
      if (!isTyped) fill(byCode, from, to);
    }
  }
  return rows.map((row) => byCode.get(row.code) ?? row);
}

export function countAt(row: ReadRow | undefined, key: string): number | undefined {
  return row?.value?.kind === 'counts' && Object.hasOwn(row.value.counts, key)
    ? row.value.counts[key]
    : undefined;
}

function fill(byCode: Map<string, ReadRow>, from: CountPlace, to: CountPlace): void {
  const count = countAt(byCode.get(from.code), from.key);
  const row = byCode.get(to.code);
  if (row === undefined || count === undefined || countAt(row, to.key) !== undefined) return;
  const counts = row.value?.kind === 'counts' ? row.value.counts : {};
  byCode.set(to.code, {
    ...row,
    value: { kind: 'counts', counts: { ...counts, [to.key]: count } },
  });
}
