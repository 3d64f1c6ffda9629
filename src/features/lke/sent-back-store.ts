import { sql } from 'kysely';
import type { SentBackBy } from '../../domain/lke/stage-end.js';
import type { Db } from '../../db/store.js';

/**
 * The highest tier that sent an LKE back, by a return or by deciding that it opens again; of the
 * `lke` of the query around it. A return of TPI counts from the moment it is made. The codes of the
 * two tiers stand in the order of the alphabet.
 */
export const SENT_BACK_BY = sql<SentBackBy>`(
  select max(back.tier) from (
    select r.lke_id, r.tier from lke_return r
    union all
    select d.lke_id, d.tier from lke_decision d where d.effect = 'reopens'
  ) back where back.lke_id = lke.id)`;

export async function sentBackBy(db: Db, lkeId: number): Promise<SentBackBy> {
  const row = await db
    .selectFrom('lke')
    .select(SENT_BACK_BY.as('tier'))
    .where('lke.id', '=', lkeId)
    .executeTakeFirst();
  return row?.tier ?? null;
}
