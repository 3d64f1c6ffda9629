import type { Db, Tx } from '../../db/store.js';

/** One recorded value of a nomination requirement; "" where it was taken back. */
export interface RecordedValue {
  readonly code: string;
  readonly value: string;
  readonly source: string;
  readonly asOf: string | null;
  readonly version: number;
}
export type Recorded = ReadonlyMap<string, RecordedValue>;

/** Of the instansi in a year, or of one LKE. */
export type RequirementOwner = { readonly year: number } | { readonly lkeId: number };

const COLUMNS = ['code', 'value', 'source', 'as_of as asOf', 'version'] as const;

export async function recordedOf(db: Db, owner: RequirementOwner): Promise<Recorded> {
  const rows =
    'year' in owner
      ? await db
          .selectFrom('instansi_requirement')
          .select(COLUMNS)
          .where('year', '=', owner.year)
          .execute()
      : await db
          .selectFrom('satker_requirement')
          .select(COLUMNS)
          .where('lke_id', '=', owner.lkeId)
          .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** Of every LKE of a year at once. */
export async function recordedOfYear(db: Db, year: number): Promise<ReadonlyMap<number, Recorded>> {
  const rows = await db
    .selectFrom('satker_requirement')
    .innerJoin('lke', 'lke.id', 'satker_requirement.lke_id')
    .select([
      'lke_id',
      'satker_requirement.code',
      'satker_requirement.value',
      'satker_requirement.source',
      'satker_requirement.as_of as asOf',
      'satker_requirement.version',
    ])
    .where('lke.year', '=', year)
    .execute();
  const found = new Map<number, Map<string, RecordedValue>>();
  for (const { lke_id, ...row } of rows) {
    const own = found.get(lke_id) ?? new Map<string, RecordedValue>();
    found.set(lke_id, own.set(row.code, row));
  }
  return found;
}

export async function putRecorded(
  tx: Tx,
  owner: RequirementOwner,
  { code, value, source, asOf, version }: RecordedValue,
  by: { readonly userId: number | null; readonly at: string },
): Promise<void> {
  const row = { value, source, as_of: asOf, version, updated_by: by.userId, updated_at: by.at };
  if ('year' in owner) {
    await tx
      .insertInto('instansi_requirement')
      .values({ year: owner.year, code, ...row })
      .onConflict((conflict) => conflict.columns(['year', 'code']).doUpdateSet(row))
      .execute();
    return;
  }
  await tx
    .insertInto('satker_requirement')
    .values({ lke_id: owner.lkeId, code, ...row })
    .onConflict((conflict) => conflict.columns(['lke_id', 'code']).doUpdateSet(row))
    .execute();
}
