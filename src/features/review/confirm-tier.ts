import { reaches } from '../../domain/access/roles.js';
import { isOpenForTier, type JudgingTier } from '../../domain/lke/assessment.js';
import { isSecondOfSame, type ConfirmingRole } from '../../domain/lke/confirmation.js';
import type { Stage } from '../../domain/lke/stages.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import { findSignedIn } from '../../web/viewer-store.js';
import { readScore } from '../lke/store.js';
import { stageOf } from '../sheet/store.js';
import type { AssessLke } from './assess-facts.js';
import { insertConfirmation } from './confirmation-store.js';
import type { AssessDeps } from './record-assessment.js';
import { confirmationBasis, confirmationsOf, tierBasis } from './confirmations.js';

export interface ConfirmRequest {
  readonly lke: AssessLke;
  readonly tier: JudgingTier;
  readonly role: ConfirmingRole;
  /** What the page showed, by confirmationBasis. */
  readonly basis: string;
  readonly actor: Actor;
}

/** Everything but `confirmed` changed nothing. */
export type Confirmed =
  | { readonly outcome: 'confirmed' | 'already' }
  | { readonly outcome: 'closed'; readonly stage: Stage }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'incomplete'; readonly missing: number }
  /** Somebody assessed or wrote something since the page was opened. */
  | { readonly outcome: 'changed' }
  /** This very person confirmed in the other role. */
  | { readonly outcome: 'same-person' };

/** Ketua tim and dalnis say, each in a record of their own, that this is what TPI found and how its report words it. */
export async function confirmTier(
  { store, clock }: Pick<AssessDeps, 'store' | 'clock'>,
  { lke, tier, role, basis, actor }: ConfirmRequest,
): Promise<Confirmed> {
  return store.write(async (tx): Promise<Confirmed> => {
    const stage = await stageOf(tx, lke.id);
    if (!isOpenForTier(stage, tier)) return { outcome: 'closed', stage };
    if (!(await holdsRole(tx, actor, role, lke))) return { outcome: 'forbidden' };
    const given = await confirmationsOf(tx, lke.id, tier);
    if (given.some((one) => one.role === role && one.holds)) return { outcome: 'already' };
    if (isSecondOfSame(given, role, actor.userId)) return { outcome: 'same-person' };
    const assessed = await tierBasis(tx, lke.id, tier);
    const now = await confirmationBasis(tx, lke.id, assessed);
    if (basis !== now) return { outcome: 'changed' };
    const score = await readScore(tx, lke.id, tier);
    const missing = score === null ? null : score.of - score.answered;
    if (missing === null || missing > 0) return { outcome: 'incomplete', missing: missing ?? 0 };
    const at = clock();
    await insertConfirmation(
      tx,
      { lkeId: lke.id, tier },
      { role, basis },
      actor.userId,
      at.toISOString(),
    );
    const about = { subject: `${tier} ${role}`, satkerCode: lke.satker.code, year: lke.year };
    const after = { role };
    await appendHistory(
      tx,
      { ...actor, role },
      { action: 'assessment.confirm', ...about, after },
      at,
    );
    return { outcome: 'confirmed' };
  });
}

async function holdsRole(
  tx: Tx,
  { userId }: Actor,
  role: ConfirmingRole,
  { satker }: AssessLke,
): Promise<boolean> {
  const viewer = userId === null ? null : await findSignedIn(tx, userId);
  return viewer?.grants.some((grant) => grant.role === role && reaches(grant, satker)) ?? false;
}
