import type { Target } from '../../domain/predikat/gate.js';
import type { Actor, Tx } from '../../db/store.js';

/** From here on a trigger keeps it as it is. */
export async function insertTakeBack(
  tx: Tx,
  decisionId: number,
  made: {
    readonly reason: string;
    readonly actor: Actor;
    readonly role: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('decision_take_back')
    .values({
      decision_id: decisionId,
      reason: made.reason,
      taken_back_by: made.actor.userId,
      taken_back_by_name: made.actor.name,
      taken_back_role: made.role,
      taken_back_at: made.at,
    })
    .execute();
}

/** A return of TPI that the decision settled waits again to be passed on. */
export async function reopenReturns(tx: Tx, lkeId: number, decidedAt: string): Promise<void> {
  await tx
    .updateTable('lke_return')
    .set({ closed_at: null })
    .where('lke_id', '=', lkeId)
    .where('opened', '=', 0)
    .where('closed_at', '=', decidedAt)
    .execute();
}

/** A draft of a letter no longer recommends it; a letter that was sent keeps what it said. */
export async function leaveDraftLetter(tx: Tx, decisionId: number): Promise<void> {
  const draft = await tx
    .selectFrom('letter_lke')
    .innerJoin('letter', 'letter.id', 'letter_lke.letter_id')
    .select('letter.id')
    .where('letter_lke.decision_id', '=', decisionId)
    .where('letter.sent_at', 'is', null)
    .executeTakeFirst();
  if (draft === undefined) return;
  await tx.deleteFrom('letter_lke').where('decision_id', '=', decisionId).execute();
  await tx
    .updateTable('letter')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', draft.id)
    .execute();
}

/** The row that the feed reads; the letter and its entry stay. */
export async function withdrawProposal(tx: Tx, lkeId: number, at: string): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ withdrawn_at: at })
    .where('lke_id', '=', lkeId)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export interface RegisterEntry {
  readonly id: number;
  readonly decreeNumber: string;
}

/** The register's entry that a decree of TPN made, where it stands. */
export async function grantedEntry(
  tx: Tx,
  satkerCode: string,
  { kind, year }: { readonly kind: Target; readonly year: number },
): Promise<RegisterEntry | null> {
  const row = await tx
    .selectFrom('predikat')
    .select(['id', 'decree_number as decreeNumber'])
    .where('satker_code', '=', satkerCode)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .where('granted_by', '=', 'tpn')
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function revokeEntry(
  tx: Tx,
  id: number,
  { revokedOn, revokedReason }: { readonly revokedOn: string; readonly revokedReason: string },
): Promise<void> {
  await tx
    .updateTable('predikat')
    .set((eb) => ({
      revoked_on: revokedOn,
      revoked_reason: revokedReason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
