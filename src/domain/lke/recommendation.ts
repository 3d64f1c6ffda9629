import type { SatkerLevel } from '../access/roles.js';
import type { JudgingTier } from './assessment.js';

/** What the province's team tells its head before the head decides (domain.md, Tiers). */
export const RECOMMENDATIONS = ['layak', 'belum-layak'] as const;
export type Recommended = (typeof RECOMMENDATIONS)[number];

export function isRecommended(value: string): value is Recommended {
  return (RECOMMENDATIONS as readonly string[]).includes(value);
}

/** The centre assesses a KPU Provinsi and decides itself: nobody recommends to anybody there. */
export function hasRecommender(tier: JudgingTier, level: SatkerLevel): boolean {
  return tier === 'pendahuluan' && level === 'kabupaten/kota';
}

/** A no is explained, and a yes against the figures as well. */
export function recommendingNeedsReason(kind: Recommended, gatesPassed: boolean): boolean {
  return kind === 'belum-layak' || !gatesPassed;
}

/** Why a decision must be explained beyond what the table of transitions asks. */
export type AskedReason = 'after-return' | 'against-recommendation';

export function reasonAsked(
  decided: string,
  at: {
    /** What the team recommends now; null where nothing of it holds. */
    readonly recommended: Recommended | null;
    /** TPI returned it, and nobody has passed that on. */
    readonly isReturned: boolean;
  },
): AskedReason | null {
  if (at.isReturned && decided === 'layak') return 'after-return';
  const isAgainst = at.recommended !== null && at.recommended !== decided;
  return isAgainst ? 'against-recommendation' : null;
}
