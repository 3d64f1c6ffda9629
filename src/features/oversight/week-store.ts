import type { Db } from '../../db/store.js';

/** What happened between two instants; from is in, to is out. */
export interface Instants {
  readonly year: number;
  readonly from: string;
  readonly to: string;
}

export async function submissionsIn(db: Db, { year, from, to }: Instants) {
  return db
    .selectFrom('submission')
    .innerJoin('lke', 'lke.id', 'submission.lke_id')
    .select(['lke.satker_code as satkerCode', 'submission.number', 'submission.submitted_at as at'])
    .select(['submission.is_late as isLate', 'submission.submitted_by_name as by'])
    .where('lke.year', '=', year)
    .where('submission.submitted_at', '>=', from)
    .where('submission.submitted_at', '<', to)
    .orderBy('submission.submitted_at')
    .execute();
}

export async function returnsIn(db: Db, { year, from, to }: Instants) {
  return db
    .selectFrom('lke_return')
    .innerJoin('lke', 'lke.id', 'lke_return.lke_id')
    .select((eb) => [
      'lke.satker_code as satkerCode',
      'lke_return.tier',
      'lke_return.reason',
      'lke_return.opens_all as opensAll',
      'lke_return.opened',
      'lke_return.passes_on as passesOn',
      'lke_return.returned_at as at',
      eb
        .selectFrom('lke_return_indicator')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('lke_return_indicator.return_id', '=', 'lke_return.id')
        .as('named'),
    ])
    .where('lke.year', '=', year)
    .where('lke_return.returned_at', '>=', from)
    .where('lke_return.returned_at', '<', to)
    .orderBy('lke_return.returned_at')
    .execute();
}

/** What was decided in the span, or taken back in it. */
export async function decisionsIn(db: Db, { year, from, to }: Instants) {
  return db
    .selectFrom('lke_decision')
    .innerJoin('lke', 'lke.id', 'lke_decision.lke_id')
    .leftJoin('decision_take_back as back', 'back.decision_id', 'lke_decision.id')
    .select(['lke.satker_code as satkerCode', 'lke_decision.kind', 'lke_decision.decided_at as at'])
    .select('back.taken_back_at as takenBackAt')
    .where('lke.year', '=', year)
    .where((eb) =>
      eb.or([
        eb.and([eb('decided_at', '>=', from), eb('decided_at', '<', to)]),
        eb.and([eb('back.taken_back_at', '>=', from), eb('back.taken_back_at', '<', to)]),
      ]),
    )
    .orderBy('lke_decision.decided_at')
    .execute();
}

/** What brings an LKE on between two decisions. */
const WAY_STEPS = ['letter.send', 'lke.begin-tpi'] as const;
export type WayStep = (typeof WAY_STEPS)[number];

export async function wayStepsIn(
  db: Db,
  { year, from, to }: Instants,
  codes: readonly string[],
): Promise<readonly { satkerCode: string; action: WayStep; at: string }[]> {
  const rows = await db
    .selectFrom('history')
    .select(['history.satker_code', 'history.action', 'history.at'])
    .where('history.satker_code', 'in', codes)
    .where('history.year', '=', year)
    .where('history.action', 'in', WAY_STEPS)
    .where('history.at', '>=', from)
    .where('history.at', '<', to)
    .orderBy('history.seq')
    .execute();
  return rows.map(({ satker_code, action, at }) => ({
    satkerCode: satker_code ?? '',
    action: action as WayStep,
    at,
  }));
}
