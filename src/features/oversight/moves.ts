import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { exactFromDecimal, exactFromStored, ZERO, type Exact } from '../../domain/exact.js';
import { dayKey, type Past } from './past-store.js';
import type { RecordedTotals, TierStanding } from './tier-standing.js';

/** A tier's score at one moment. */
export interface Reading {
  /** null: totals that TPN recorded, which tell nothing of indicators. */
  readonly answered: number | null;
  readonly total: Exact;
}

/** What one tier's score was and became. */
export interface Move {
  readonly tier: Tier;
  readonly before: Reading;
  readonly after: Reading;
}

const NOTHING: Reading = { answered: 0, total: ZERO };

/** Every tier that this viewer sees whose score is another now. */
export function movesSince(
  before: Past,
  lkeId: number,
  tiers: Readonly<Record<Tier, TierStanding>>,
  recorded: RecordedTotals | null,
): readonly Move[] {
  return movesOf(tiers, (tier) => readPast(before, lkeId, tier), now);

  function now(tier: Tier): Reading | null {
    if (tier === 'tpn' && recorded !== null) return { answered: null, total: recorded.total };
    const standing = tiers[tier];
    if (standing.state !== 'scored') return null;
    return { answered: standing.score.answered, total: standing.score.total };
  }
}

/** Every tier that this viewer sees whose score was another at the end of a span. */
export function movesBetween(
  before: Past,
  after: Past,
  lkeId: number,
  tiers: Readonly<Record<Tier, TierStanding>>,
): readonly Move[] {
  return movesOf(
    tiers,
    (tier) => readPast(before, lkeId, tier),
    (tier) => readPast(after, lkeId, tier),
  );
}

type Read = (tier: Tier) => Reading | null;

function movesOf(
  tiers: Readonly<Record<Tier, TierStanding>>,
  earlier: Read,
  later: Read,
): readonly Move[] {
  return TIERS.flatMap((tier) => {
    if (tiers[tier].state === 'hidden') return [];
    const before = earlier(tier) ?? NOTHING;
    const after = later(tier);
    return after === null || isSame(before, after) ? [] : [{ tier, before, after }];
  });
}

/** TPN's recorded totals stand before the score of its answers. */
function readPast({ scores, totals }: Past, lkeId: number, tier: Tier): Reading | null {
  const recorded = tier === 'tpn' ? totals.get(lkeId) : undefined;
  if (recorded !== undefined) return { answered: null, total: exactFromDecimal(recorded) };
  const score = scores.get(dayKey(lkeId, tier));
  return score === undefined
    ? null
    : { answered: score.answered, total: exactFromStored(score.total) };
}

function isSame(a: Reading, b: Reading): boolean {
  return a.answered === b.answered && a.total.compare(b.total) === 0;
}
