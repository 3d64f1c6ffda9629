import type { Db } from './store.js';

/** A year of assessment that was opened, with the instrument and the minima it was opened with. */
export interface OpenYear {
  readonly year: number;
  readonly instrumentId: string;
  readonly rulesetId: string;
}

/** The year as it was opened; null where it was not. */
export async function findOpenYear(db: Db, year: number): Promise<OpenYear | null> {
  const row = await db
    .selectFrom('year')
    .select(['year', 'instrument_id as instrumentId', 'ruleset_id as rulesetId'])
    .where('year', '=', year)
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first. */
export async function openYears(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom('year').select('year').orderBy('year', 'desc').execute();
  return rows.map(({ year }) => year);
}

export async function newestOpenYear(db: Db): Promise<number | null> {
  const [newest = null] = await openYears(db);
  return newest;
}
