import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Db, Tx } from '../../db/store.js';
import { notifyMove, type Cause } from '../../web/notify.js';

/** Moving an LKE, and the returns that hold it open. */

/**
 * Moves an LKE from one stage to another, settles the returns that held it where it was and tells
 * those whom it concerns. Throws
 * if it no longer stands there: judge the transition in the same transaction first.
 */
export async function moveStage(
  tx: Tx,
  move: {
    readonly lkeId: number;
    readonly from: Stage;
    readonly to: Stage;
    readonly at: string;
    readonly by: Cause;
    /** It goes back because a decision was taken back. */
    readonly isTakenBack?: boolean;
  },
): Promise<void> {
  const { lkeId, from, to, at } = move;
  const { numUpdatedRows } = await tx
    .updateTable('lke')
    .set((eb) => ({ stage: to, stage_since: at, version: eb('version', '+', 1) }))
    .where('id', '=', lkeId)
    .where('stage', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`LKE ${lkeId} is no longer at ${from}`);
  if (from === to) return;
  const held = from === 'pengisian' ? 1 : 0;
  await tx
    .updateTable('lke_return')
    .set({ closed_at: at })
    .where('lke_id', '=', lkeId)
    .where('closed_at', 'is', null)
    .where('opened', '=', held)
    .execute();
  await notifyMove(tx, move);
}

/** Version of the LKE at this moment; what a form was made from. */
export async function lkeVersion(db: Db, lkeId: number): Promise<number> {
  const row = await db
    .selectFrom('lke')
    .select('version')
    .where('id', '=', lkeId)
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface LkeReturn {
  readonly id: number;
  /** Number of the submission that came back. */
  readonly round: number;
  readonly tier: 'pendahuluan' | 'tpi';
  readonly reason: string;
  /** null: all indicators. */
  readonly codes: readonly IndicatorCode[] | null;
  /** false: TPI's, until whoever assessed first passes it on. */
  readonly opened: boolean;
  readonly passesOn: number | null;
  readonly returnedByName: string;
  readonly returnedRole: string;
  readonly returnedAt: string;
  readonly closedAt: string | null;
}

/** Every return of an LKE, newest first. */
export async function returnsOf(db: Db, lkeId: number): Promise<readonly LkeReturn[]> {
  const rows = await db
    .selectFrom('lke_return')
    .selectAll()
    .where('lke_id', '=', lkeId)
    .orderBy('id', 'desc')
    .execute();
  const named = await db
    .selectFrom('lke_return_indicator')
    .innerJoin('lke_return', 'lke_return.id', 'lke_return_indicator.return_id')
    .select(['return_id', 'indicator_code'])
    .where('lke_return.lke_id', '=', lkeId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    tier: row.tier,
    reason: row.reason,
    codes:
      row.opens_all === 1
        ? null
        : named
            .filter(({ return_id }) => return_id === row.id)
            .map(({ indicator_code }) => indicator_code as IndicatorCode),
    opened: row.opened === 1,
    passesOn: row.passes_on,
    returnedByName: row.returned_by_name,
    returnedRole: row.returned_role,
    returnedAt: row.returned_at,
    closedAt: row.closed_at,
  }));
}

/** The return that holds the LKE open for the satker, or TPI's that waits to be passed on. */
export function standingReturn(returns: readonly LkeReturn[], stage: Stage): LkeReturn | null {
  const opened = stage === 'pengisian';
  return returns.find((one) => one.closedAt === null && one.opened === opened) ?? null;
}

export interface NewReturn extends Pick<
  LkeReturn,
  'round' | 'tier' | 'reason' | 'codes' | 'opened' | 'passesOn'
> {
  readonly lkeId: number;
  readonly by: { readonly userId: number | null; readonly name: string; readonly role: string };
  readonly at: string;
}

export async function insertReturn(tx: Tx, added: NewReturn): Promise<number> {
  const { id } = await tx
    .insertInto('lke_return')
    .values({
      lke_id: added.lkeId,
      round: added.round,
      tier: added.tier,
      reason: added.reason,
      opens_all: added.codes === null ? 1 : 0,
      opened: added.opened ? 1 : 0,
      passes_on: added.passesOn,
      returned_by: added.by.userId,
      returned_by_name: added.by.name,
      returned_role: added.by.role,
      returned_at: added.at,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const code of added.codes ?? []) {
    await tx
      .insertInto('lke_return_indicator')
      .values({ return_id: id, indicator_code: code })
      .execute();
  }
  return id;
}
