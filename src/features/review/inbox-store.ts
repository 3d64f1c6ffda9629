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
