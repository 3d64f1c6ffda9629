import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { StoredScore } from '../lke/store.js';

/** TPN's field score where it came as totals: it stands before TPN's answers. */
export interface RecordedTotals {
  readonly total: Exact;
  /** null where TPN gave the total only. */
  readonly pengungkit: Exact | null;
  readonly hasil: Exact | null;
}

/** hidden: not this viewer's to see yet; none: the tier has not begun. */
export type TierStanding =
  | { readonly state: 'hidden' | 'none' }
  | {
      readonly state: 'scored';
      readonly score: StoredScore;
      readonly sort: number;
      /** Gates of the target that fail. */
      readonly failed: number;
    };

/** What TPN recorded as totals, where this is TPN's tier. */
export function recordedIn(
  { recorded }: { readonly recorded: RecordedTotals | null },
  tier: Tier,
): RecordedTotals | null {
  return tier === 'tpn' ? recorded : null;
}
