import type { LkeDecisionTable } from '../../db/schema-stages.js';
import type { Actor, Db, Tx } from '../../db/store.js';

/** What a tier decided about an LKE, newest first where there are several. */
export interface Decision {
  readonly id: number;
  /** Number of the submission that was judged. */
  readonly round: number;
  readonly tier: LkeDecisionTable['tier'];
  readonly kind: LkeDecisionTable['kind'];
  readonly effect: LkeDecisionTable['effect'];
  readonly reason: string;
  readonly letterNumber: string | null;
  readonly letterDay: string | null;
  readonly letterRecordedAt: string | null;
  readonly byName: string;
  readonly role: string;
  readonly at: string;
  /** null: nobody did. */
  readonly takenBack: TakenBack | null;
}

export interface TakenBack {
  readonly reason: string;
  readonly byName: string;
  readonly role: string;
  readonly at: string;
}

export async function decisionsOf(db: Db, lkeId: number): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('lke_decision')
    .leftJoin('decision_take_back as back', 'back.decision_id', 'lke_decision.id')
    .selectAll('lke_decision')
    .select(['back.reason as backReason', 'back.taken_back_by_name as backByName'])
    .select(['back.taken_back_role as backRole', 'back.taken_back_at as backAt'])
    .where('lke_id', '=', lkeId)
    .orderBy('lke_decision.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    tier: row.tier,
    kind: row.kind,
    effect: row.effect,
    reason: row.reason,
    letterNumber: row.letter_number,
    letterDay: row.letter_day,
    letterRecordedAt: row.letter_recorded_at,
    byName: row.decided_by_name,
    role: row.decided_role,
    at: row.decided_at,
    takenBack: takenBackOf(row),
  }));
}

function takenBackOf(row: {
  readonly backReason: string | null;
  readonly backByName: string | null;
  readonly backRole: string | null;
  readonly backAt: string | null;
}): TakenBack | null {
  if (row.backAt === null) return null;
  const { backReason: reason, backByName: byName, backRole: role, backAt: at } = row;
  return { reason: reason ?? '', byName: byName ?? '', role: role ?? '', at };
}

/** The *layak* on which an LKE waits for TPI: the newest decision of the first assessors. */
export async function standingLayak(db: Db, lkeId: number): Promise<Decision | null> {
  const first = (await decisionsOf(db, lkeId)).find(({ tier }) => tier === 'pendahuluan');
  return first?.kind === 'layak' && first.takenBack === null ? first : null;
}

export interface NewDecision extends Pick<
  Decision,
  'round' | 'tier' | 'kind' | 'effect' | 'reason' | 'role'
> {
  readonly lkeId: number;
  /** JSON-serialisable. */
  readonly detail: unknown;
  readonly actor: Actor;
  readonly at: string;
}

export async function insertDecision(tx: Tx, made: NewDecision): Promise<number> {
  const { id } = await tx
    .insertInto('lke_decision')
    .values({
      lke_id: made.lkeId,
      round: made.round,
      tier: made.tier,
      kind: made.kind,
      effect: made.effect,
      reason: made.reason,
      letter_number: null,
      letter_day: null,
      letter_recorded_at: null,
      detail: JSON.stringify(made.detail),
      decided_by: made.actor.userId,
      decided_by_name: made.actor.name,
      decided_role: made.role,
      decided_at: made.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The letter joins the decision when it is recorded as sent. */
export async function recordLetter(
  tx: Tx,
  decisionId: number,
  letter: { readonly number: string; readonly day: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('lke_decision')
    .set({
      letter_number: letter.number,
      letter_day: letter.day,
      letter_recorded_at: letter.at,
    })
    .where('id', '=', decisionId)
    .execute();
}
