import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { openIndicators, type Openness, type OpenReturn } from '../../domain/lke/openness.js';
import type { Stage } from '../../domain/lke/stages.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';

/** Where an LKE stands and what of it the satker may change. */
export interface Standing {
  readonly stage: Stage;
  readonly openness: Openness;
}

/** Asked inside the transaction of every change of an answer, its note or its evidence links. */
export async function standingOf(db: Db, lkeId: number): Promise<Standing> {
  const [row] = await selectStage(db, { lkeId });
  if (row === undefined) throw new Error(`no LKE ${lkeId}`);
  const stage = row.stage as Stage;
  return { stage, openness: openIndicators(stage, await openReturnOf(db, lkeId)) };
}

const selectStage = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db.selectFrom('lke').select('stage').where('id', '=', lkeId),
);

/** The return that decides what is open now, or null. */
export async function openReturnOf(db: Db, lkeId: number): Promise<OpenReturn | null> {
  const [row] = await selectOpenReturn(db, { lkeId });
  if (row === undefined) return null;
  if (row.opens_all === 1) return { codes: null };
  const named = await db
    .selectFrom('lke_return_indicator')
    .select('indicator_code')
    .where('return_id', '=', row.id)
    .execute();
  return { codes: named.map(({ indicator_code }) => indicator_code as IndicatorCode) };
}

const selectOpenReturn = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('lke_return')
    .select(['id', 'opens_all'])
    .where('lke_id', '=', lkeId)
    .where('opened', '=', 1)
    .where('closed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1),
);
