import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Db } from '../../db/store.js';

/** A decision that sent the LKE back to its satker as a whole, with nothing handed in since. */
export interface Reopening {
  readonly tier: JudgingTier;
  /** Number of the submission that was decided. */
  readonly round: number;
  readonly reason: string;
  readonly by: string;
  readonly role: string;
  readonly at: string;
}

export async function standingReopening(
  db: Db,
  lkeId: number,
  stage: Stage,
): Promise<Reopening | null> {
  if (stage !== 'pengisian') return null;
  const row = await db
    .selectFrom('lke_decision')
    .leftJoin('decision_take_back as taken', 'taken.decision_id', 'lke_decision.id')
    .select(['tier', 'round', 'lke_decision.reason', 'decided_by_name as by'])
    .select(['decided_role as role', 'decided_at as at'])
    .where('lke_id', '=', lkeId)
    .where('effect', '=', 'reopens')
    .where('taken.decision_id', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('submission')
            .select('submission.id')
            .where('submission.lke_id', '=', lkeId)
            .whereRef('submission.number', '>', 'lke_decision.round'),
        ),
      ),
    )
    .orderBy('lke_decision.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { tier } = row;
  if (tier === 'tpn') throw new Error(`TPN reopened LKE ${lkeId}`);
  return { ...row, tier };
}
