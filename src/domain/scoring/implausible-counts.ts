import type { CountsIndicator } from '../instrument/instrument.js';
import { completeCounts, countOf } from './complete-counts.js';

/** Counts whose sum goes beyond the count that should hold them all. */
export interface Implausible {
  readonly parts: readonly string[];
  readonly within: string;
}

/**
 * What looks wrong in typed counts (more solved than there were); worth a second look, never a
 * refusal. Empty while a count is missing. Which sums are compared is data of the instrument.
 */
export function implausibleCounts(
  indicator: CountsIndicator,
  typed: Readonly<Record<string, number>>,
): readonly Implausible[] {
  const counts = completeCounts(indicator, typed);
  if (counts === null) return [];
  return indicator.plausible.filter(({ parts, within }) => {
    const total = parts.reduce((sum, key) => sum + countOf(counts, key), 0);
    return total > countOf(counts, within);
  });
}
