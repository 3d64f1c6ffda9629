import type { Tx } from '../../db/store.js';
import type { PredikatEntry } from './store.js';

export interface SatkerDetails {
  readonly name: string;
  readonly djpbCode: string | null;
  readonly timeZone: string;
}

/** A new version of a satker's details. */
export async function updateSatker(
  tx: Tx,
  code: string,
  details: SatkerDetails,
  version: number,
): Promise<void> {
  await tx
    .updateTable('satker')
    .set({
      name: details.name,
      djpb_code: details.djpbCode,
      time_zone: details.timeZone,
      version: version + 1,
    })
    .where('code', '=', code)
    .where('version', '=', version)
    .execute();
}

/** Name of another satker that has this DJPB code, or null. */
export async function djpbHolder(tx: Tx, djpbCode: string, code: string): Promise<string | null> {
  const row = await tx
    .selectFrom('satker')
    .select('name')
    .where('djpb_code', '=', djpbCode)
    .where('code', '!=', code)
    .executeTakeFirst();
  return row?.name ?? null;
}

export type PredikatDetails = Pick<
  PredikatEntry,
  'kind' | 'year' | 'decreeNumber' | 'decreeDay' | 'grantedBy'
>;

export async function insertPredikat(
  tx: Tx,
  satkerCode: string,
  details: PredikatDetails,
): Promise<void> {
  await tx
    .insertInto('predikat')
    .values({
      satker_code: satkerCode,
      kind: details.kind,
      year: details.year,
      decree_number: details.decreeNumber,
      decree_day: details.decreeDay,
      granted_by: details.grantedBy,
      revoked_on: null,
      revoked_reason: null,
      version: 1,
    })
    .execute();
}

/** The entry as it is to be from now on; its version grows by one. */
export async function updatePredikat(tx: Tx, entry: PredikatEntry): Promise<void> {
  await tx
    .updateTable('predikat')
    .set({
      kind: entry.kind,
      year: entry.year,
      decree_number: entry.decreeNumber,
      decree_day: entry.decreeDay,
      granted_by: entry.grantedBy,
      revoked_on: entry.revokedOn,
      revoked_reason: entry.revokedReason,
      version: entry.version + 1,
    })
    .where('id', '=', entry.id)
    .where('version', '=', entry.version)
    .execute();
}
