import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import type { Actor, Tx } from '../../db/store.js';
import { refreshScore } from '../lke/store.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import { planChanges, writeChanges, type PlannedChanges } from '../sheet/store.js';
import {
  compareImport,
  type Comparison,
  type ImportDeps,
  type ImportLke,
} from './compare-import.js';
import { linkOffers } from './link-offers.js';
import { recordImport } from './import-history.js';
import type { ImportResult, WrittenAnswer } from './import-result.js';
import { entriesOf, type MayTake, type Selection } from './selection.js';
import { findImport, markApplied, type Import } from './store.js';

export interface ApplyRequest {
  readonly lke: ImportLke;
  readonly importId: number;
  /** What is taken, from what is compared at the moment of writing. */
  readonly select: (comparison: Comparison) => Selection;
  /** Versions the person saw, by indicator; null: whatever stands there. */
  readonly seen: ReadonlyMap<string, number> | null;
  /** Asked within the transaction. */
  readonly rights: (tx: Tx) => Promise<MayTake>;
  readonly actor: Actor;
}

export type Applied =
  | { readonly outcome: 'applied'; readonly result: ImportResult }
  /** Nothing is taken that differs: nothing done, nothing in the history. */
  | { readonly outcome: 'nothing' }
  /** Changed since the person saw it: nothing done. */
  | { readonly outcome: 'stale'; readonly codes: readonly IndicatorCode[] }
  /** Indicators that are not this person's, or not open now: nothing done. */
  | { readonly outcome: 'not-yours'; readonly codes: readonly IndicatorCode[] }
  | { readonly outcome: 'closed' }
  /** Applied before, or gone. */
  | { readonly outcome: 'done-before'; readonly state: Import['state'] | 'gone' };

/**
 * Writes what is taken of a read worksheet: answers with the counts they share, notes, evidence,
 * the score and one entry of the history in one transaction that compares afresh and checks first.
 */
export async function applyImport(deps: ImportDeps, request: ApplyRequest): Promise<Applied> {
  return deps.store.write((tx) => applyIn(tx, deps, request));
}

async function applyIn(tx: Tx, deps: ImportDeps, request: ApplyRequest): Promise<Applied> {
  const { lke, importId } = request;
  const found = await findImport(tx, lke.id, importId);
  const gone = whyGone(found, deps.clock());
  if (gone !== null || found === null) return { outcome: 'done-before', state: gone ?? 'gone' };
  const reading = found.readings.find(({ sheet }) => sheet === found.sheet);
  if (reading === undefined) return { outcome: 'done-before', state: 'gone' };
  const { id, fileName } = found;
  return applyReading(tx, deps, { ...request, reading, place: async () => ({ id, fileName }) });
}

export type ReadingRequest = Omit<ApplyRequest, 'importId'> & {
  readonly reading: LkeReading;
  /** The import that the result is kept with; asked once it is sure that there is one. */
  readonly place: () => Promise<{ readonly id: number; readonly fileName: string }>;
};

/** The heart of it, within a transaction: compares, checks, then writes everything. */
export async function applyReading(
  tx: Tx,
  deps: ImportDeps,
  request: ReadingRequest,
): Promise<Applied> {
  const { lke, actor, reading } = request;
  const comparison = await compareImport(tx, deps, lke, reading);
  if (comparison.openness === 'none') return { outcome: 'closed' };
  const selection = request.select(comparison);
  const planned = await planChanges(tx, deps, lke, 'mandiri', entriesOf(comparison, selection));
  const mayTake = await request.rights(tx);
  const refusal = whyNot(comparison, selection, planned, { seen: request.seen, mayTake });
  if (refusal !== null) return refusal;
  const now = deps.clock();
  const place = { lkeId: lke.id, tier: 'mandiri' } as const;
  const written = await writeChanges(tx, place, planned, actor, now);
  const links = await linkOffers(tx, lke, comparison, selection, actor, now);
  const result = { answers: written.map((row) => writtenForm(row, planned)), links };
  if (result.answers.length === 0 && links.length === 0) return { outcome: 'nothing' };
  await refreshScore(tx, deps.instruments, lke, 'mandiri', now);
  const made = await request.place();
  await recordImport(tx, lke, { ...made, ...result }, actor, now);
  await markApplied(tx, made.id, result, { ...actor, at: now.toISOString() });
  return { outcome: 'applied', result };
}

/** null while it is a preview that has not ended. */
export function whyGone(found: Import | null, now: Date): Import['state'] | 'gone' | null {
  if (found === null) return 'gone';
  if (found.state !== 'preview') return found.state;
  return found.expiresAt > now.toISOString() ? null : 'gone';
}

/** Versions and rights of everything that would be written, partners of shared counts included. */
function whyNot(
  comparison: Comparison,
  selection: Selection,
  planned: PlannedChanges,
  { seen, mayTake }: Pick<ApplyRequest, 'seen'> & { readonly mayTake: MayTake },
): Applied | null {
  const linked = comparison.evidence.offers.filter(({ key }) => selection.evidence.has(key));
  const codes = new Set([...planned.changes, ...linked].map(({ code }) => code));
  const foreign = [...codes].filter(
    (code) => !mayTake(code) || !isOpenFor(comparison.openness, code),
  );
  if (foreign.length > 0) return { outcome: 'not-yours', codes: foreign };
  const stale = planned.changes
    .map(({ code }) => code)
    .filter((code) => isStale(code, planned, seen));
  return stale.length > 0 ? { outcome: 'stale', codes: stale } : null;
}

/** A partner that the person did not see is written over whatever stands there, as when typed. */
function isStale(
  code: IndicatorCode,
  { rows }: PlannedChanges,
  seen: ReadonlyMap<string, number> | null,
): boolean {
  const expected = seen?.get(code);
  return expected !== undefined && expected !== (rows.get(code)?.version ?? 0);
}

function writtenForm(
  row: {
    code: IndicatorCode;
    value: WrittenAnswer['after']['value'];
    note: string;
    version: number;
  },
  { rows }: PlannedChanges,
): WrittenAnswer {
  const before = rows.get(row.code);
  return {
    code: row.code,
    before: { value: before?.value ?? null, note: before?.note ?? '' },
    after: { value: row.value, note: row.note },
    version: row.version,
  };
}
