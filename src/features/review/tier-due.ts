import { isOpenForTier } from '../../domain/lke/assessment.js';
import { tierListText as text } from '../../text/messages/review.js';
import type { Deps } from '../../web/deps.js';
import { sentBackBy, stageDeadline } from '../lke/store.js';
import { datesFor } from '../years/store.js';
import type { TierFacts } from './review-facts.js';
import type { TierDue } from './tier-page.js';

/** The date of the stage, for the tier whose stage it is; null where none is set. */
export async function tierDue(
  { store: { db }, clock }: Pick<Deps, 'store' | 'clock'>,
  { lke, tier }: TierFacts,
): Promise<TierDue | null> {
  const { id, year, stage, satker } = lke;
  if (!isOpenForTier(stage, tier)) return null;
  const days = await datesFor(db, year, satker.code);
  const by = await sentBackBy(db, id);
  const deadline = stageDeadline(days, stage, clock(), satker.timeZone, by);
  if (deadline === null) return null;
  const { at, left, isOver } = deadline;
  return { text: isOver ? text.late(at) : text.due(at, left), isOver };
}
