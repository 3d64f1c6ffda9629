import type { ImportTable } from '../../db/schema-imports.js';
import type { Db, Tx } from '../../db/store.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import type { ImportResult } from './import-result.js';

/** A worksheet that was read for one LKE: a preview until it is applied. */
export interface Import {
  readonly id: number;
  readonly lkeId: number;
  readonly fileName: string;
  readonly sha256: string;
  /** One, or one per sheet that could be meant; none once it has expired. */
  readonly readings: readonly LkeReading[];
  readonly sheet: string | null;
  readonly state: ImportTable['state'];
  readonly result: ImportResult | null;
  readonly createdName: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly appliedName: string | null;
  readonly appliedAt: string | null;
  readonly undoneName: string | null;
  readonly undoneAt: string | null;
}

export interface NewImport {
  readonly lkeId: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly readings: readonly LkeReading[];
  readonly expiresAt: string;
}

export interface Who {
  readonly userId: number | null;
  readonly name: string;
  readonly at: string;
}

export async function insertImport(tx: Tx, made: NewImport, who: Who): Promise<number> {
  const [only, ...others] = made.readings;
  const { id } = await tx
    .insertInto('import')
    .values({
      lke_id: made.lkeId,
      file_name: made.fileName,
      sha256: made.sha256,
      size: made.size,
      readings: JSON.stringify(made.readings),
      sheet: others.length === 0 ? (only?.sheet ?? null) : null,
      state: 'preview',
      result: null,
      created_by: who.userId,
      created_name: who.name,
      created_at: who.at,
      expires_at: made.expiresAt,
      applied_name: null,
      applied_at: null,
      undone_name: null,
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Leaves the newest previews of an LKE that nobody applied yet. */
export async function dropOldPreviews(tx: Tx, lkeId: number, kept: number): Promise<void> {
  const open = tx
    .selectFrom('import')
    .select('id')
    .where('lke_id', '=', lkeId)
    .where('state', '=', 'preview');
  const rows = await open.orderBy('id', 'desc').offset(kept).limit(1000).execute();
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.deleteFrom('import').where('id', 'in', ids).execute();
}

/** The import if it belongs to this LKE: a foreign id is a missing one. */
export async function findImport(db: Db, lkeId: number, id: number): Promise<Import | null> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('id', '=', id)
    .where('lke_id', '=', lkeId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    lkeId: row.lke_id,
    fileName: row.file_name,
    sha256: row.sha256,
    readings: JSON.parse(row.readings) as LkeReading[],
    sheet: row.sheet,
    state: row.state,
    result: row.result === null ? null : (JSON.parse(row.result) as ImportResult),
    createdName: row.created_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    appliedName: row.applied_name,
    appliedAt: row.applied_at,
    undoneName: row.undone_name,
    undoneAt: row.undone_at,
  };
}

/** One line of the list of earlier imports. */
export interface ListedImport extends Omit<
  Import,
  'lkeId' | 'sha256' | 'readings' | 'sheet' | 'result'
> {
  /** Indicators written and evidence linked; 0 in a preview. */
  readonly written: number;
  readonly linked: number;
}

/** Newest first; previews that ended are not among them. */
export async function listImports(
  db: Db,
  lkeId: number,
  now: string,
): Promise<readonly ListedImport[]> {
  const rows = await db
    .selectFrom('import')
    .select([
      'id',
      'file_name',
      'state',
      'result',
      'created_name',
      'created_at',
      'expires_at',
      'applied_name',
      'applied_at',
      'undone_name',
      'undone_at',
    ])
    .where('lke_id', '=', lkeId)
    .where((eb) => eb.or([eb('state', '!=', 'preview'), eb('expires_at', '>', now)]))
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    ...amountsOf(row.result),
    createdName: row.created_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    appliedName: row.applied_name,
    appliedAt: row.applied_at,
    undoneName: row.undone_name,
    undoneAt: row.undone_at,
  }));
}

function amountsOf(json: string | null): Pick<ListedImport, 'written' | 'linked'> {
  const result = json === null ? null : (JSON.parse(json) as ImportResult);
  return { written: result?.answers.length ?? 0, linked: result?.links.length ?? 0 };
}

const MOST_LISTED = 50;

/** Once: a preview that somebody is looking at never becomes that of another sheet. */
export async function chooseSheet(tx: Tx, id: number, sheet: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ sheet })
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .where('sheet', 'is', null)
    .execute();
}

export async function markApplied(
  tx: Tx,
  id: number,
  result: ImportResult,
  who: Who,
): Promise<void> {
  await tx
    .updateTable('import')
    .set({
      state: 'applied',
      result: JSON.stringify(result),
      applied_name: who.name,
      applied_at: who.at,
    })
    .where('id', '=', id)
    .execute();
}

export async function markUndone(
  tx: Tx,
  id: number,
  who: Who,
  result: ImportResult,
): Promise<void> {
  await tx
    .updateTable('import')
    .set({
      state: 'undone',
      undone_name: who.name,
      undone_at: who.at,
      result: JSON.stringify(result),
    })
    .where('id', '=', id)
    .execute();
}

/** Previews that nobody applied go; of the others only what was read from the file. */
export async function sweepImports(tx: Tx, now: string): Promise<void> {
  await tx
    .deleteFrom('import')
    .where('state', '=', 'preview')
    .where('expires_at', '<=', now)
    .execute();
  await tx
    .updateTable('import')
    .set({ readings: '[]' })
    .where('expires_at', '<=', now)
    .where('readings', '!=', '[]')
    .execute();
}
