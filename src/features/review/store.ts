import type { Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { isConfirmedByAll } from '../../domain/lke/confirmation.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';
import { readAnswers, readJudged, type Lke } from '../lke/store.js';
import { basisOf } from './basis.js';
import { newestSubmission } from './claim-store.js';
import { newestConfirmations, type Confirmation } from './confirmation-store.js';
import { threadsOf, type NoteThread } from './note-store.js';
import { verdictsOf, type Verdict } from './verdict-store.js';
import { visibleThreads } from './visible-threads.js';

export { threadsOf, type NoteThread, type Verdict };

/** What other features read of assessing. */

/** Threads about one indicator that this person sees now, oldest first. */
export async function notesSeen(
  db: Db,
  lke: Lke,
  user: Viewer,
  code: IndicatorCode,
): Promise<readonly NoteThread[]> {
  const threads = await threadsOf(db, lke.id, code);
  if (threads.length === 0) return [];
  return visibleThreads({ lke, user, handed: await newestSubmission(db, lke.id) }, threads);
}

/** What the tiers whose work this person sees now found about one indicator, lowest first. */
export async function verdictsSeen(
  db: Db,
  { id, satker, stage }: Lke,
  user: Viewer,
  code: IndicatorCode,
): Promise<readonly Verdict[]> {
  const seen = visibleTiers(user, satker, stage);
  return (await verdictsOf(db, id, code)).filter(({ tier }) => seen.includes(tier));
}

/** Indicators of which these tiers asked something that the satker has not answered yet. */
export async function notedCodes(
  db: Db,
  lkeId: number,
  tiers: readonly JudgingTier[],
): Promise<readonly IndicatorCode[]> {
  const asking = (await threadsOf(db, lkeId)).filter(
    ({ tier, closedAt, waitsFor }) =>
      tiers.includes(tier) && closedAt === null && waitsFor === 'satker',
  );
  return [...new Set(asking.map(({ code }) => code))].sort();
}

export interface StandingConfirmation extends Confirmation {
  /** Nothing of the tier changed since. */
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
  const basis = await tierBasis(db, lkeId, tier);
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

/** The indicator that this person assessed last in a tier, or null. */
export async function lastAssessedBy(
  db: Db,
  lkeId: number,
  tier: JudgingTier,
  userId: number,
): Promise<string | null> {
  const [row] = await selectLast(db, { lkeId, tier, userId });
  return row?.code ?? null;
}

const selectLast = prepared(
  (
    db,
    {
      lkeId,
      tier,
      userId,
    }: { readonly lkeId: number; readonly tier: JudgingTier; readonly userId: number },
  ) =>
    db
      .selectFrom('answer')
      .select('indicator_code as code')
      .where('lke_id', '=', lkeId)
      .where('tier', '=', tier)
      .where('updated_by', '=', userId)
      .orderBy('updated_at', 'desc')
      .limit(1),
);
