import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Db } from '../../db/store.js';
import { formatInstant } from '../../text/format.js';
import { decisionsText } from '../../text/messages/conclusion.js';
import { recommendationText, recommendedText } from '../../text/messages/recommendation.js';
import { roleName } from '../../text/messages/users.js';
import { tierText } from '../../text/messages/review.js';
import { returnsOf, type LkeReturn } from '../submission/store.js';
import type { Place } from './place.js';
import { recommendedBefore } from './recommendation-store.js';

/** What stands around the decisions of an LKE, as far as this person sees it. */

/** By decision: what the team had recommended, or that nothing of it held. */
export async function adviceLines(
  db: Db,
  { user, lke }: Place,
): Promise<ReadonlyMap<number, string>> {
  const seen = visibleTiers(user, lke.satker, lke.stage);
  if (!seen.includes('pendahuluan')) return new Map();
  const { before, noneThen } = recommendationText;
  return new Map(
    [...(await recommendedBefore(db, lke.id))].map(([id, kind]) => [
      id,
      kind === null ? noneThen : before(recommendedText[kind]),
    ]),
  );
}

/**
 * Returns of which this person may know, newest first: what was opened again, and what TPI returned to
 * those who assessed first, who know it ever after.
 */
export async function returnsSeen(db: Db, { user, lke }: Place): Promise<readonly LkeReturn[]> {
  const whenItCame = visibleTiers(user, lke.satker, 'pendahuluan');
  return (await returnsOf(db, lke.id)).filter(
    ({ opened, tier }) => opened || whenItCame.includes(tier),
  );
}

/** TPI's own, which stand between two decisions of the province. */
export function tpiReturnLines({ lke }: Place, returns: readonly LkeReturn[]) {
  return returns
    .filter(({ tier, passesOn }) => tier === 'tpi' && passesOn === null)
    .map((one) => ({
      at: one.returnedAt,
      name: decisionsText.name(tierText.tpi, decisionsText.returned),
      by: decisionsText.by(
        one.returnedByName,
        roleName(one.returnedRole),
        formatInstant(one.returnedAt, lke.satker.timeZone),
      ),
      round: decisionsText.round(one.round),
      reason: one.reason,
    }));
}
