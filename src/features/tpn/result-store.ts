import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Db, Tx } from '../../db/store.js';
import type { ProposalTable } from '../../db/schema-share.js';

/** TPN's field score as totals; decimals as text. */
export interface TpnTotals {
  readonly total: string;
  readonly pengungkit: string | null;
  readonly hasil: string | null;
  readonly note: string;
  readonly version: number;
}

export async function totalsOf(db: Db, lkeId: number): Promise<TpnTotals | null> {
  const row = await db
    .selectFrom('tpn_result')
    .select(['total', 'pengungkit', 'hasil', 'note', 'version'])
    .where('lke_id', '=', lkeId)
    .executeTakeFirst();
  return row ?? null;
}

export async function putTotals(
  tx: Tx,
  lkeId: number,
  totals: TpnTotals,
  by: { readonly userId: number | null; readonly at: string },
): Promise<void> {
  const row = { ...totals, updated_by: by.userId, updated_at: by.at };
  await tx
    .insertInto('tpn_result')
    .values({ lke_id: lkeId, ...row })
    .onConflict((conflict) => conflict.column('lke_id').doUpdateSet(row))
    .execute();
}

/** TPN gave no total, or none that counts: the history keeps what was recorded. */
export async function removeTotals(tx: Tx, lkeId: number): Promise<void> {
  await tx.deleteFrom('tpn_result').where('lke_id', '=', lkeId).execute();
}

/** Whether TPN's result is recorded, as totals or for any indicator. */
export async function hasResult(db: Db, lkeId: number): Promise<boolean> {
  if ((await totalsOf(db, lkeId)) !== null) return true;
  const answered = await db
    .selectFrom('answer')
    .select('indicator_code')
    .where('lke_id', '=', lkeId)
    .where('tier', '=', 'tpn')
    .where('value', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return answered !== undefined;
}

/** One row of a worksheet that TPN filled. */
export interface FileAnswer {
  readonly code: IndicatorCode;
  readonly value: AnswerValue | null;
  /** null where the file has no note column. */
  readonly note: string | null;
}

export interface TpnFile {
  readonly id: number;
  readonly fileName: string;
  readonly answers: readonly FileAnswer[];
}

export async function insertFile(
  tx: Tx,
  lkeId: number,
  file: {
    readonly fileName: string;
    readonly sha256: string;
    readonly answers: readonly FileAnswer[];
  },
  by: { readonly userId: number | null; readonly at: string; readonly expiresAt: string },
): Promise<number> {
  await tx.deleteFrom('tpn_file').where('lke_id', '=', lkeId).execute();
  const { id } = await tx
    .insertInto('tpn_file')
    .values({
      lke_id: lkeId,
      file_name: file.fileName,
      sha256: file.sha256,
      answers: JSON.stringify(file.answers),
      created_by: by.userId,
      created_at: by.at,
      expires_at: by.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One that expired is none. */
export async function findFile(
  db: Db,
  lkeId: number,
  id: string,
  now: string,
): Promise<TpnFile | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const row = await db
    .selectFrom('tpn_file')
    .select(['id', 'file_name as fileName', 'answers'])
    .where('lke_id', '=', lkeId)
    .where('id', '=', Number(id))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, answers: JSON.parse(row.answers) as FileAnswer[] };
}

/** Those whose days are over go, whoever read them. */
export async function sweepFiles(tx: Tx, now: string): Promise<void> {
  await tx.deleteFrom('tpn_file').where('expires_at', '<=', now).execute();
}

export async function removeFile(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('tpn_file').where('id', '=', id).execute();
}

export interface Proposal {
  readonly category: ProposalTable['category'];
  readonly letterNumber: string | null;
  readonly letterDay: string | null;
}

export async function proposalOf(db: Db, lkeId: number): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposal')
    .select(['category', 'letter_number as letterNumber', 'letter_day as letterDay'])
    .where('lke_id', '=', lkeId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
