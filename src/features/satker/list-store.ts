import { sql } from 'kysely';
import type { Db } from '../../db/store.js';
import type { SatkerTable } from '../../db/schema.js';
import type { Target } from '../../domain/predikat/gate.js';

/** What the list of satker is narrowed and ordered by; "" means not. */
export interface SatkerFilter {
  readonly search: string;
  readonly province: string;
  readonly kind: '' | SatkerTable['kind'];
  readonly sort: 'code' | 'name';
  readonly direction: 'asc' | 'desc';
}

export interface ListedSatker {
  readonly code: string;
  readonly name: string;
  readonly kind: SatkerTable['kind'];
  readonly djpbCode: string | null;
  readonly timeZone: string;
  /** Predikat nobody revoked, oldest first. */
  readonly held: readonly { readonly kind: Target; readonly year: number }[];
}

export async function countSatker(db: Db, filter: SatkerFilter): Promise<number> {
  const row = await narrowed(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function listSatker(
  db: Db,
  filter: SatkerFilter,
  limit: number,
  offset: number,
): Promise<readonly ListedSatker[]> {
  const rows = await narrowed(db, filter)
    .select(['code', 'name', 'kind', 'djpb_code', 'time_zone'])
    .orderBy(filter.sort, filter.direction)
    .orderBy('code')
    .limit(limit)
    .offset(offset)
    .execute();
  const held = await heldBySatker(
    db,
    rows.map((row) => row.code),
  );
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    kind: row.kind,
    djpbCode: row.djpb_code,
    timeZone: row.time_zone,
    held: held.filter((entry) => entry.satker_code === row.code),
  }));
}

function narrowed(db: Db, filter: SatkerFilter) {
  let query = db.selectFrom('satker');
  if (filter.province !== '') query = query.where('province_code', '=', filter.province);
  if (filter.kind !== '') query = query.where('kind', '=', filter.kind);
  if (filter.search === '') return query;
  const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
  const words = pattern.toLowerCase();
  return query.where((eb) =>
    eb.or(
      (['code', 'name', 'djpb_code'] as const).map(
        (column) => sql<boolean>`lower(${eb.ref(column)}) LIKE ${words} ESCAPE '\\'`,
      ),
    ),
  );
}

async function heldBySatker(db: Db, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return db
    .selectFrom('predikat')
    .select(['satker_code', 'kind', 'year'])
    .where('satker_code', 'in', codes)
    .where('revoked_on', 'is', null)
    .orderBy('year')
    .execute();
}
