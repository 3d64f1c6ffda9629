import type { JudgingTier } from '../../domain/lke/assessment.js';
import { CONFIRMING_ROLES, type ConfirmingRole } from '../../domain/lke/confirmation.js';
import type { Actor, Tx } from '../../db/store.js';
import { notifyConfirm } from '../../web/notify-turn.js';
import { readScore } from '../lke/store.js';
import type { AssessLke } from './assess-facts.js';
import { confirmationsOf } from './confirmations.js';

/** How far TPI is with what ketua tim and dalnis confirm; null where nobody confirms. */
export interface Confirming {
  readonly isComplete: boolean;
  readonly held: readonly ConfirmingRole[];
}

export async function confirmingOf(
  tx: Tx,
  lkeId: number,
  tier: JudgingTier,
): Promise<Confirming | null> {
  if (tier !== 'tpi') return null;
  const score = await readScore(tx, lkeId, tier);
  const given = await confirmationsOf(tx, lkeId, tier);
  return {
    isComplete: score !== null && score.answered === score.of,
    held: given.filter(({ holds }) => holds).map(({ role }) => role),
  };
}

/**
 * Their turn comes with the last indicator; whose confirmation a change drops hears that too. Returns
 * the roles whose confirmation fell.
 */
export async function tellConfirming(
  tx: Tx,
  work: {
    readonly lke: Pick<AssessLke, 'id'>;
    readonly tier: JudgingTier;
    readonly actor: Actor;
    readonly now: Date;
  },
  before: Confirming | null,
): Promise<readonly ConfirmingRole[]> {
  const { lke, tier, actor, now } = work;
  const after = before === null ? null : await confirmingOf(tx, lke.id, tier);
  if (before === null || after === null) return [];
  const told = { lkeId: lke.id, at: now.toISOString(), by: actor };
  const isDone = after.isComplete && !before.isComplete;
  if (isDone) await notifyConfirm(tx, { ...told, isAgain: false, roles: CONFIRMING_ROLES });
  const fallen = before.held.filter((role) => !after.held.includes(role));
  if (!isDone) await notifyConfirm(tx, { ...told, isAgain: true, roles: fallen });
  return fallen;
}
