import type { Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';
import type { Lke } from '../lke/store.js';
import { newestSubmission } from './claim-store.js';
import { threadsOf, type NoteThread } from './note-store.js';
import { verdictsOf, type Verdict } from './verdict-store.js';
import { visibleThreads } from './visible-threads.js';

export { threadsOf, type NoteThread, type Verdict };
export {
  confirmationsOf,
  isConfirmed,
  tierBasis,
  type StandingConfirmation,
} from './confirmations.js';
export { confirmingOf, tellConfirming } from './tell-confirming.js';

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
