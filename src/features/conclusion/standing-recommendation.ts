import { hasRecommender } from '../../domain/lke/recommendation.js';
import type { Db } from '../../db/store.js';
import type { Lke } from '../lke/store.js';
import { tierBasis } from '../review/store.js';
import { returnsOf, roundOf, standingReturn, type LkeReturn } from '../submission/store.js';
import { fingerprint } from './fingerprint.js';
import { newestRecommendation, type Recommendation } from './recommendation-store.js';

export interface StandingRecommendation extends Recommendation {
  /** Nothing that it was given about changed since. */
  readonly holds: boolean;
}

type RecommendedLke = Pick<Lke, 'id' | 'stage' | 'target'> & {
  readonly satker: Pick<Lke['satker'], 'level'>;
};

/** The newest recommendation of the province's team, whether it still holds or not. */
export async function standingRecommendation(
  db: Db,
  lke: RecommendedLke,
): Promise<StandingRecommendation | null> {
  if (!hasRecommender('pendahuluan', lke.satker.level)) return null;
  const newest = await newestRecommendation(db, lke.id);
  if (newest === null) return null;
  return { ...newest, holds: newest.basis === (await recommendationBasis(db, lke)) };
}

/**
 * What a recommendation is about: every assessment and whether it holds, the submission, the target,
 * and the return of TPI that waits for an answer. Any change of these gives another.
 */
export async function recommendationBasis(db: Db, lke: RecommendedLke): Promise<string> {
  const assessed = await tierBasis(db, lke.id, 'pendahuluan');
  const round = await roundOf(db, lke.id);
  const waiting = await waitingReturn(db, lke);
  return fingerprint([assessed, round, lke.target, waiting?.id ?? null]);
}

/** TPI's return that whoever assessed first has neither passed on nor answered. */
export async function waitingReturn(
  db: Db,
  { id, stage }: Pick<Lke, 'id' | 'stage'>,
): Promise<LkeReturn | null> {
  return stage === 'pendahuluan' ? standingReturn(await returnsOf(db, id), stage) : null;
}
