import type { Tier } from '../../domain/access/tiers.js';
import type { LkeStanding } from './standing.js';
import { recordedIn } from './tier-standing.js';

/** belum: the tier has not judged all, so that what misses a gate may still reach it. */
export const VERDICTS = ['lulus', 'kurang', 'belum'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * All gates of the target together, by one tier. What a satker leaves blank counts as nothing; what
 * an assessor has not judged is not judged, and totals tell nothing of areas.
 */
export function verdictOf(lke: Pick<LkeStanding, 'tiers' | 'recorded'>, tier: Tier): Verdict {
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored' || recordedIn(lke, tier) !== null) return 'belum';
  if (standing.failed === 0) return 'lulus';
  const { answered, of } = standing.score;
  return tier === 'mandiri' || answered === of ? 'kurang' : 'belum';
}
