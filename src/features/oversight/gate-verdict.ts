import type { Tier } from '../../domain/access/tiers.js';
import type { LkeStanding } from './standing.js';
import { recordedIn } from './tier-standing.js';

/** belum: nothing is filled, or the tier has not judged all and what misses may still be reached. */
export const VERDICTS = ['lulus', 'kurang', 'belum'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * All gates of the target together, by one tier. What a satker leaves blank counts as nothing, once
 * it has begun; what an assessor has not judged is not judged, and totals tell nothing of areas.
 */
export function verdictOf(lke: Pick<LkeStanding, 'tiers' | 'recorded'>, tier: Tier): Verdict {
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored' || recordedIn(lke, tier) !== null) return 'belum';
  if (standing.failed === 0) return 'lulus';
  const { answered, of } = standing.score;
  const isFigure = tier === 'mandiri' ? answered > 0 : answered === of;
  return isFigure ? 'kurang' : 'belum';
}
