import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Db } from '../../db/store.js';

/** An LKE that lies with its satker again. */
export interface ReturnedLke {
  readonly lkeId: number;
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly instrumentId: string;
}

export async function lkeInFilling(
  db: Db,
  satkerCodes: readonly string[],
): Promise<readonly ReturnedLke[]> {
  if (satkerCodes.length === 0) return [];
  return db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .innerJoin('year', 'year.year', 'lke.year')
    .select([
      'lke.id as lkeId',
      'lke.year',
      'satker.code',
      'satker.name',
      'satker.time_zone as timeZone',
      'year.instrument_id as instrumentId',
    ])
    .where('lke.satker_code', 'in', satkerCodes)
    .where('lke.stage', '=', 'pengisian')
    .orderBy('lke.year', 'desc')
    .orderBy('satker.code')
    .execute();
}

export interface StandingReturn {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** null: every indicator. */
  readonly codes: readonly IndicatorCode[] | null;
}

/** The return that opened the LKE, until it is submitted again. */
export async function openReturn(db: Db, lkeId: number): Promise<StandingReturn | null> {
  const row = await db
    .selectFrom('lke_return')
    .select(['id', 'reason', 'opens_all', 'returned_by_name', 'returned_at'])
    .where('lke_id', '=', lkeId)
    .where('opened', '=', 1)
    .where('closed_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  const named = await db
    .selectFrom('lke_return_indicator')
    .select('indicator_code')
    .where('return_id', '=', row.id)
    .execute();
  return {
    reason: row.reason,
    by: row.returned_by_name,
    at: row.returned_at,
    codes:
      row.opens_all === 1
        ? null
        : named.map(({ indicator_code }) => indicator_code as IndicatorCode),
  };
}
