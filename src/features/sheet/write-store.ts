import type { Tier } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Actor, Tx } from '../../db/store.js';
import type { AnswerRow } from '../lke/store.js';

/** The stage at this moment, read inside the transaction that depends on it. */
export async function stageOf(tx: Tx, lkeId: number): Promise<Stage> {
  const row = await tx
    .selectFrom('lke')
    .select('stage')
    .where('id', '=', lkeId)
    .executeTakeFirstOrThrow();
  return row.stage as Stage;
}

export interface ChangedAnswer {
  readonly code: IndicatorCode;
  readonly value: AnswerValue | null;
  readonly note: string;
  /** Version of the row it replaces; 0 where there is none. */
  readonly replaces: number;
}

/** Writes one answer over the version it replaces. Throws if that version is gone (a bug). */
export async function writeAnswer(
  tx: Tx,
  place: { readonly lkeId: number; readonly tier: Tier },
  change: ChangedAnswer,
  actor: Actor,
  at: string,
): Promise<AnswerRow> {
  const columns = {
    value: change.value === null ? null : JSON.stringify(change.value),
    note: change.note,
    version: change.replaces + 1,
    updated_by: actor.userId,
    updated_at: at,
  };
  const key = { lke_id: place.lkeId, tier: place.tier, indicator_code: change.code };
  if (change.replaces === 0) {
    await tx
      .insertInto('answer')
      .values({ ...key, ...columns })
      .execute();
  } else {
    const { numUpdatedRows } = await tx
      .updateTable('answer')
      .set(columns)
      .where('lke_id', '=', key.lke_id)
      .where('tier', '=', key.tier)
      .where('indicator_code', '=', key.indicator_code)
      .where('version', '=', change.replaces)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`answer ${change.code} changed under our hands`);
  }
  const { code, value, note } = change;
  const updatedBy = actor.userId === null ? null : actor.name;
  return { code, value, note, version: columns.version, updatedBy, updatedAt: at };
}
