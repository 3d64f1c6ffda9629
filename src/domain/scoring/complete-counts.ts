import type { CountsIndicator } from '../instrument/instrument.js';

/** Most that one count may be; keeps every sum and product far inside safe integers. */
export const MAX_COUNT = 999_999_999;

/**
 * Every count of a numeric indicator by key, computed totals included; null while one that must be
 * typed is missing (then the indicator is unanswered). Whole numbers 0..999,999,999, totals larger.
 */
export function completeCounts(
  indicator: CountsIndicator,
  counts: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> | null {
  const complete = new Map<string, number>();
  for (const { key, computedFrom } of indicator.inputs) {
    if (computedFrom !== null) continue;
    const count = Object.hasOwn(counts, key) ? counts[key] : undefined;
    if (count === undefined) return null;
    complete.set(key, count);
  }
  for (const { key, computedFrom } of indicator.inputs) {
    if (computedFrom === null) continue;
    complete.set(
      key,
      computedFrom.reduce((total, part) => total + countOf(complete, part), 0),
    );
  }
  return complete;
}

/** A count that the checker of the instrument promises; absent it is a bug. */
export function countOf(counts: ReadonlyMap<string, number>, key: string): number {
  const count = counts.get(key);
  if (count === undefined) throw new Error(`formula names an unknown count: ${key}`);
  return count;
}
