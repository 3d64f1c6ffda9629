import { sql } from 'kysely';
import type { Db, Tx } from '../../db/store.js';
import type { SatkerTable } from '../../db/schema.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';

/** A satker that an administrator can choose for a year. */
export interface ChoosableSatker {
  readonly code: string;
  readonly provinceCode: string;
  readonly level: SatkerTable['level'];
  readonly name: string;
}

/** Every satker that has no LKE in the year yet, by code. */
export async function satkerWithoutLke(db: Db, year: number): Promise<readonly ChoosableSatker[]> {
  const rows = await db
    .selectFrom('satker')
    .leftJoin('lke', (join) =>
      join.onRef('lke.satker_code', '=', 'satker.code').on('lke.year', '=', year),
    )
    .select(['satker.code', 'satker.province_code', 'satker.level', 'satker.name'])
    .where('lke.id', 'is', null)
    .orderBy('satker.code')
    .execute();
  return rows.map(({ code, province_code, level, name }) => ({
    code,
    provinceCode: province_code,
    level,
    name,
  }));
}

/** Opens one LKE and gives its id. */
export async function insertLke(
  tx: Tx,
  lke: { satkerCode: string; year: number; target: Target; stage: Stage; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('lke')
    .values({
      satker_code: lke.satkerCode,
      year: lke.year,
      target: lke.target,
      stage: lke.stage,
      created_at: lke.createdAt,
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateTarget(tx: Tx, id: number, target: Target): Promise<void> {
  await tx
    .updateTable('lke')
    .set((eb) => ({ target, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface LkeFilter {
  readonly year: number;
  readonly search: string;
  readonly province: string;
  readonly target: '' | Target;
}

export interface ListedLke {
  readonly satkerCode: string;
  readonly satkerName: string;
  readonly target: Target;
  readonly stage: Stage;
  readonly version: number;
  /** Holds Menuju WBK, which WBBM presupposes. */
  readonly holdsWbk: boolean;
}

export async function countLke(db: Db, filter: LkeFilter): Promise<number> {
  const row = await narrowed(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function listLke(
  db: Db,
  filter: LkeFilter,
  limit: number,
  offset: number,
): Promise<readonly ListedLke[]> {
  const rows = await narrowed(db, filter)
    .select((eb) => [
      'satker.code',
      'satker.name',
      'lke.target',
      'lke.stage',
      'lke.version',
      eb
        .selectFrom('predikat')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('predikat.satker_code', '=', 'satker.code')
        .where('predikat.kind', '=', 'wbk')
        .where('predikat.revoked_on', 'is', null)
        .as('wbk_held'),
    ])
    .orderBy('satker.code')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    satkerCode: row.code,
    satkerName: row.name,
    target: row.target,
    stage: row.stage as Stage,
    version: row.version,
    holdsWbk: (row.wbk_held ?? 0) > 0,
  }));
}

function narrowed(db: Db, filter: LkeFilter) {
  let query = db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .where('lke.year', '=', filter.year);
  if (filter.province !== '') query = query.where('satker.province_code', '=', filter.province);
  if (filter.target !== '') query = query.where('lke.target', '=', filter.target);
  if (filter.search === '') return query;
  const words = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`.toLowerCase();
  return query.where((eb) =>
    eb.or(
      (['satker.code', 'satker.name'] as const).map(
        (column) => sql<boolean>`lower(${eb.ref(column)}) LIKE ${words} ESCAPE '\\'`,
      ),
    ),
  );
}
