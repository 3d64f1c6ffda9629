import type { Tier } from '../../domain/access/tiers.js';
import { prepared } from '../../db/prepared.js';
import type { Db, Tx } from '../../db/store.js';
import { dayIn } from '../../text/format.js';
import { countGates, type ScoreColumns } from './stored-score.js';

/**
 * What a tier's score is at the end of this day, in the satker's zone: written with the score
 * itself, so that the newest day is always the stored score.
 */
export async function keepDay(
  tx: Tx,
  lkeId: number,
  tier: Tier,
  score: ScoreColumns,
  at: Date,
): Promise<void> {
  const [place] = await selectZone(tx, { lkeId });
  if (place === undefined) throw new Error(`there is no LKE ${lkeId}`);
  const day = dayIn(at, place.time_zone);
  const columns = dayColumns(score);
  // A clock that was put back, or another zone: what then lies ahead is no longer true.
  await tx
    .deleteFrom('score_day')
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .where('day', '>', day)
    .execute();
  await tx
    .insertInto('score_day')
    .values({ lke_id: lkeId, tier, day, ...columns })
    .onConflict((conflict) => conflict.columns(['lke_id', 'tier', 'day']).doUpdateSet(columns))
    .execute();
}

/** What of a score is kept for each day. */
export function dayColumns(score: ScoreColumns) {
  return {
    answered: score.answered,
    total: score.total,
    failed_wbk: countGates(score, 'wbk').failed,
    failed_wbbm: countGates(score, 'wbbm').failed,
  };
}

/** The newest day of one tier, as it is stored. */
export async function newestDay(db: Db, lkeId: number, tier: Tier) {
  return db
    .selectFrom('score_day')
    .select(['answered', 'total', 'failed_wbk', 'failed_wbbm'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const selectZone = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select('satker.time_zone')
    .where('lke.id', '=', lkeId),
);
