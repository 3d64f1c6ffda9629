import type { JudgingTier } from '../../domain/lke/assessment.js';
import { confirmedBasis, isConfirmedByAll } from '../../domain/lke/confirmation.js';
import type { Db } from '../../db/store.js';
import { readAnswers, readJudged } from '../lke/store.js';
import { basisOf } from './basis.js';
import { newestSubmission } from './claim-store.js';
import { newestConfirmations, reportTexts, type Confirmation } from './confirmation-store.js';

export interface StandingConfirmation extends Confirmation {
  /** Nothing of what was confirmed changed since. */
  readonly holds: boolean;
}

/**
 * The newest confirmation of each role, and whether it still holds: what was handed in again, perhaps
 * for another target, asks both again, though nothing that was assessed changed.
 */
export async function confirmationsOf(
  db: Db,
  lkeId: number,
  tier: JudgingTier,
): Promise<readonly StandingConfirmation[]> {
  const found = await newestConfirmations(db, { lkeId, tier });
  if (found.length === 0) return [];
  const basis = await confirmationBasis(db, lkeId, await tierBasis(db, lkeId, tier));
  const handedAt = (await newestSubmission(db, lkeId))?.at ?? '';
  return found.map((one) => ({ ...one, holds: one.basis === basis && one.at >= handedAt }));
}

/** Ketua tim and dalnis, two people, confirmed what the tier found, and nothing changed since. */
export async function isConfirmed(db: Db, lkeId: number, tier: JudgingTier): Promise<boolean> {
  return isConfirmedByAll(await confirmationsOf(db, lkeId, tier));
}

/** What of a tier a decision rests on, in one text: any change of it gives another. */
export async function tierBasis(db: Db, lkeId: number, tier: JudgingTier): Promise<string> {
  const rows = await readAnswers(db, lkeId, tier);
  return basisOf({ rows, judged: await readJudged(db, lkeId, tier) });
}

/** The same with the words of the report (LHE) as they stand, which are confirmed with it. */
export async function confirmationBasis(db: Db, lkeId: number, assessed: string): Promise<string> {
  return confirmedBasis(assessed, await reportTexts(db, lkeId));
}
