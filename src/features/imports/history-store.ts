import type { BaseAnswer, StoredAnswer } from '../../domain/exchange/compare-reading.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Db } from '../../db/store.js';

/** Where in the history a file was exported. */
export interface ExportMoment {
  readonly seq: number;
  readonly hash: string;
}

/** The history holds the very entry: the file was exported from this data, not from a copy's. */
export async function isOurHistory(db: Db, { seq, hash }: ExportMoment): Promise<boolean> {
  if (seq === 0) return hash === '';
  const row = await db
    .selectFrom('history')
    .select('hash')
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.hash === hash;
}

export interface ChangesSince {
  /** Answer and note as they were before the first change since; absent where nothing changed. */
  readonly before: ReadonlyMap<IndicatorCode, Partial<BaseAnswer>>;
  /** "code evidenceId" of links that were taken away since. */
  readonly unlinked: ReadonlySet<string>;
}

/** What happened to the answers and links of one LKE after a place in the history. */
export async function changesSince(
  db: Db,
  lke: { readonly year: number; readonly satker: { readonly code: string } },
  seq: number,
): Promise<ChangesSince> {
  const rows = await db
    .selectFrom('history')
    .select(['action', 'subject', 'before', 'after'])
    .where('satker_code', '=', lke.satker.code)
    .where('year', '=', lke.year)
    .where('seq', '>', seq)
    .where('action', 'in', ['answer.record', 'evidence.unlink', 'lke.import', 'lke.import-undo'])
    .orderBy('seq')
    .execute();
  const before = new Map<IndicatorCode, Partial<BaseAnswer>>();
  const unlinked = new Set<string>();
  for (const { action, subject, before: json } of rows) {
    const kept = json === null ? null : (JSON.parse(json) as Kept);
    for (const [code, state] of statesIn(action, subject, kept)) {
      before.set(code, { ...state, ...before.get(code) });
    }
    for (const { code, evidenceId } of unlinkedIn(action, subject, kept)) {
      unlinked.add(`${code} ${evidenceId}`);
    }
  }
  return { before, unlinked };
}

/** As features write it: record-answer.ts, unlink-evidence.ts, import-history.ts. */
interface Kept {
  readonly value?: AnswerValue | null;
  readonly note?: string;
  readonly evidenceId?: number;
  readonly answers?: Readonly<Record<string, Partial<BaseAnswer>>>;
  readonly links?: readonly { readonly code: string; readonly evidenceId: number }[];
}

function statesIn(
  action: string,
  subject: string,
  kept: Kept | null,
): [IndicatorCode, Partial<BaseAnswer>][] {
  switch (action) {
    case 'answer.record':
      return [[subject as IndicatorCode, { value: kept?.value ?? null, note: kept?.note ?? '' }]];
    case 'lke.import':
    case 'lke.import-undo':
      return Object.entries(kept?.answers ?? {}).map(([code, state]) => [
        code as IndicatorCode,
        state,
      ]);
    default:
      return [];
  }
}

function unlinkedIn(
  action: string,
  subject: string,
  kept: Kept | null,
): readonly { readonly code: string; readonly evidenceId: number }[] {
  if (action === 'lke.import-undo') return kept?.links ?? [];
  const { evidenceId } = kept ?? {};
  return action === 'evidence.unlink' && evidenceId !== undefined
    ? [{ code: subject, evidenceId }]
    : [];
}

/**
 * Every answer as it was when the file was exported: unchanged since, or as the history tells.
 * An indicator whose version contradicts the file is left out: nobody can tell.
 */
export function baseAnswers(
  versions: ReadonlyMap<string, number>,
  stored: ReadonlyMap<IndicatorCode, StoredAnswer>,
  { before }: Pick<ChangesSince, 'before'>,
): ReadonlyMap<IndicatorCode, BaseAnswer> {
  const base = new Map<IndicatorCode, BaseAnswer>();
  for (const [typed, version] of versions) {
    const code = typed as IndicatorCode;
    const now = stored.get(code) ?? { value: null, note: '', version: 0 };
    const { value, note } = { value: now.value, note: now.note, ...before.get(code) };
    const isUnchanged = now.version === version && !before.has(code);
    const isTold = now.version > version && before.has(code);
    if (isUnchanged || isTold) base.set(code, { value, note });
  }
  return base;
}
