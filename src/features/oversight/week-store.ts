import type { Db } from '../../db/store.js';

/** What happened in a span of instants; from is in, to is out. */
export interface Span {
  readonly year: number;
  readonly from: string;
  readonly to: string;
}

export async function submissionsIn(db: Db, { year, from, to }: Span) {
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

export async function returnsIn(db: Db, { year, from, to }: Span) {
  return db
    .selectFrom('lke_return')
    .innerJoin('lke', 'lke.id', 'lke_return.lke_id')
    .select((eb) => [
      'lke.satker_code as satkerCode',
      'lke_return.tier',
      'lke_return.reason',
      'lke_return.opens_all as opensAll',
      'lke_return.returned_at as at',
      eb
        .selectFrom('lke_return_indicator')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('lke_return_indicator.return_id', '=', 'lke_return.id')
        .as('named'),
    ])
    .where('lke.year', '=', year)
    .where('lke_return.opened', '=', 1)
    .where('lke_return.returned_at', '>=', from)
    .where('lke_return.returned_at', '<', to)
    .orderBy('lke_return.returned_at')
    .execute();
}

export async function decisionsIn(db: Db, { year, from, to }: Span) {
  return db
    .selectFrom('lke_decision')
    .innerJoin('lke', 'lke.id', 'lke_decision.lke_id')
    .select(['lke.satker_code as satkerCode', 'lke_decision.kind', 'lke_decision.decided_at as at'])
    .where('lke.year', '=', year)
    .where('lke_decision.decided_at', '>=', from)
    .where('lke_decision.decided_at', '<', to)
    .orderBy('lke_decision.decided_at')
    .execute();
}
