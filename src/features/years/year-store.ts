import type { YearTable } from '../../db/schema.js';
import type { Db, Tx } from '../../db/store.js';
import type { Target } from '../../domain/predikat/gate.js';

export interface YearRow {
  readonly year: number;
  readonly instrumentId: string;
  readonly rulesetId: string;
  /** Points of 100 as decimal text, or null. */
  readonly internalTarget: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export async function findYear(db: Db, year: number): Promise<YearRow | null> {
  const row = await db.selectFrom('year').selectAll().where('year', '=', year).executeTakeFirst();
  return row === undefined ? null : yearOf(row);
}

/** Every opened year, newest first, with the number of its LKEs by target. */
export async function listYears(
  db: Db,
): Promise<readonly (YearRow & { readonly lke: Readonly<Record<Target, number>> })[]> {
  const rows = await db.selectFrom('year').selectAll().orderBy('year', 'desc').execute();
  const counts = await db
    .selectFrom('lke')
    .select((eb) => ['year', 'target', eb.fn.countAll<number>().as('count')])
    .groupBy(['year', 'target'])
    .execute();
  return rows.map((row) => {
    const count = (target: Target) =>
      counts.find((one) => one.year === row.year && one.target === target)?.count ?? 0;
    return { ...yearOf(row), lke: { wbk: count('wbk'), wbbm: count('wbbm') } };
  });
}

function yearOf(row: YearTable): YearRow {
  return {
    year: row.year,
    instrumentId: row.instrument_id,
    rulesetId: row.ruleset_id,
    internalTarget: row.internal_target,
    createdAt: row.created_at,
    version: row.version,
  };
}

export async function insertYear(tx: Tx, year: Omit<YearRow, 'version'>): Promise<void> {
  await tx
    .insertInto('year')
    .values({
      year: year.year,
      instrument_id: year.instrumentId,
      ruleset_id: year.rulesetId,
      internal_target: year.internalTarget,
      created_at: year.createdAt,
      version: 1,
    })
    .execute();
}

/** The year is changed as a whole: its dates and its internal target share one version. */
export async function touchYear(
  tx: Tx,
  { year, version }: Pick<YearRow, 'year' | 'version'>,
  set: { readonly internalTarget?: string | null } = {},
): Promise<void> {
  const columns = set.internalTarget === undefined ? {} : { internal_target: set.internalTarget };
  await tx
    .updateTable('year')
    .set({ ...columns, version: version + 1 })
    .where('year', '=', year)
    .where('version', '=', version)
    .execute();
}

/** Days of one scope by code: "" is national, else the exceptions of a satker. */
export async function daysOf(
  db: Db,
  year: number,
  satkerCode: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('year_date')
    .select(['code', 'day'])
    .where('year', '=', year)
    .where('satker_code', '=', satkerCode)
    .execute();
  return new Map(rows.map(({ code, day }) => [code, day]));
}

export interface DateException {
  readonly satkerCode: string;
  readonly satkerName: string;
  readonly code: string;
  readonly day: string;
  readonly reason: string;
}

export async function listExceptions(db: Db, year: number): Promise<readonly DateException[]> {
  const rows = await db
    .selectFrom('year_date')
    .innerJoin('satker', 'satker.code', 'year_date.satker_code')
    .select(['satker.code as satker', 'satker.name', 'year_date.code'])
    .select(['year_date.day', 'year_date.reason'])
    .where('year_date.year', '=', year)
    .orderBy('satker.code')
    .orderBy('year_date.day')
    .execute();
  return rows.map(({ satker, name, code, day, reason }) => ({
    satkerCode: satker,
    satkerName: name,
    code,
    day,
    reason,
  }));
}

/** Code and name of every satker that has an LKE in the year. */
export async function listYearSatker(
  db: Db,
  year: number,
): Promise<readonly { code: string; name: string }[]> {
  return db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['satker.code', 'satker.name'])
    .where('lke.year', '=', year)
    .orderBy('satker.code')
    .execute();
}

/** Sets one date (with a reason where it is one satker's), or removes it where `day` is null. */
export async function writeDay(
  tx: Tx,
  year: number,
  code: string,
  satkerCode: string,
  day: string | null,
  reason = '',
): Promise<void> {
  if (day === null) {
    await tx
      .deleteFrom('year_date')
      .where('year', '=', year)
      .where('code', '=', code)
      .where('satker_code', '=', satkerCode)
      .execute();
    return;
  }
  await tx
    .insertInto('year_date')
    .values({ year, code, satker_code: satkerCode, day, reason })
    .onConflict((conflict) =>
      conflict.columns(['year', 'code', 'satker_code']).doUpdateSet({ day, reason }),
    )
    .execute();
}
