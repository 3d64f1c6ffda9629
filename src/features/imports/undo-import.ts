import type { IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { isOpenFor, type Openness } from '../../domain/lke/openness.js';
import { reachedBy } from '../../domain/scoring/share-counts.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import { UNDO_REASON } from '../../text/messages/imports.js';
import { deleteLink, findEvidence, setWithdrawn, usesOf } from '../evidence/store.js';
import { readAnswers, refreshScore, standingOf } from '../lke/store.js';
import { planChanges, writeChanges } from '../sheet/store.js';
import type { ImportDeps, ImportLke } from './compare-import.js';
import { recordUndo } from './import-history.js';
import type { ImportResult, WrittenAnswer, WrittenLink } from './import-result.js';
import type { MayTake } from './selection.js';
import { findImport, markUndone } from './store.js';

/** What taking an import back would do now. */
export interface UndoPlan {
  readonly restored: readonly WrittenAnswer[];
  /** Edited since, or closed: they stay as they are. */
  readonly kept: readonly WrittenAnswer[];
  readonly unlinked: readonly WrittenLink[];
  /** Links that were changed or taken away since, or stand at an indicator that stays as it is. */
  readonly keptLinks: readonly WrittenLink[];
}

export interface UndoRequest {
  readonly lke: ImportLke;
  readonly importId: number;
  /** Asked within the transaction. */
  readonly rights: (tx: Tx) => Promise<MayTake>;
  readonly actor: Actor;
}

export type Undone =
  | { readonly outcome: 'undone'; readonly plan: UndoPlan }
  | { readonly outcome: 'not-yours'; readonly codes: readonly IndicatorCode[] }
  | { readonly outcome: 'closed' }
  /** Everything it wrote was changed since, or is closed: nothing done. */
  | { readonly outcome: 'all-kept' }
  /** Never applied, or taken back already. */
  | { readonly outcome: 'nothing-to-undo' };

/**
 * Restores every indicator that nobody has edited since the import and takes its links away, in one
 * transaction with one entry of the history. Evidence that the import made and nobody else uses is
 * withdrawn.
 */
export async function undoImport(deps: ImportDeps, request: UndoRequest): Promise<Undone> {
  const { lke, importId, rights, actor } = request;
  return deps.store.write(async (tx): Promise<Undone> => {
    const found = await findImport(tx, lke.id, importId);
    if (found?.state !== 'applied' || found.result === null) return { outcome: 'nothing-to-undo' };
    const { openness } = await standingOf(tx, lke.id);
    if (openness === 'none') return { outcome: 'closed' };
    const plan = await planUndo(tx, deps, lke, found.result);
    const codes = [...plan.restored, ...plan.unlinked].map(({ code }) => code);
    const mayTake = await rights(tx);
    const foreign = [...new Set(codes)].filter((code) => !mayTake(code));
    if (foreign.length > 0) return { outcome: 'not-yours', codes: foreign };
    if (codes.length === 0) return { outcome: 'all-kept' };
    const now = deps.clock();
    await restore(tx, deps, lke, plan, actor, now);
    const { fileName } = found;
    const entry = { id: importId, fileName, answers: plan.restored, links: plan.unlinked };
    await recordUndo(tx, lke, entry, actor, now);
    const stayed = [...new Set([...plan.kept, ...plan.keptLinks].map(({ code }) => code))];
    const who = { ...actor, at: now.toISOString() };
    await markUndone(tx, importId, who, { ...found.result, stayed });
    return { outcome: 'undone', plan };
  });
}

export async function planUndo(
  db: Db,
  deps: Pick<ImportDeps, 'instruments'>,
  lke: ImportLke,
  { answers, links }: ImportResult,
): Promise<UndoPlan> {
  const { openness } = await standingOf(db, lke.id);
  const instrument = deps.instruments.instrument(lke.instrumentId);
  const rows = await readAnswers(db, lke.id, 'mandiri');
  const untouched = answers.filter(({ code, version }) => rows.get(code)?.version === version);
  const restored = withPartners(instrument, answers, untouched, openness);
  const kept = answers.filter((one) => !restored.includes(one));
  const edited = new Set(kept.map(({ code }) => code));
  const unlinked: WrittenLink[] = [];
  for (const link of links) {
    const isFree = isOpenFor(openness, link.code) && !edited.has(link.code);
    if (isFree && (await stands(db, lke, link))) unlinked.push(link);
  }
  return {
    restored,
    kept,
    unlinked,
    keptLinks: links.filter((one) => !unlinked.includes(one)),
  };
}

/** Counts that are one count go back together or not at all. */
function withPartners(
  instrument: Instrument,
  answers: readonly WrittenAnswer[],
  untouched: readonly WrittenAnswer[],
  openness: Openness,
): readonly WrittenAnswer[] {
  const written = new Set(answers.map(({ code }) => code));
  const free = new Set(
    untouched.map(({ code }) => code).filter((code) => isOpenFor(openness, code)),
  );
  return untouched.filter(({ code }) =>
    reachedBy(instrument, [code]).every((one) => !written.has(one) || free.has(one)),
  );
}

async function stands(db: Db, lke: ImportLke, link: WrittenLink): Promise<boolean> {
  const uses = await usesOf(db, link.evidenceId);
  return uses.some(
    ({ linkId, lkeId, code, versionId }) =>
      linkId === link.linkId &&
      lkeId === lke.id &&
      code === link.code &&
      versionId === link.versionId,
  );
}

async function restore(
  tx: Tx,
  deps: ImportDeps,
  lke: ImportLke,
  { restored, unlinked }: UndoPlan,
  actor: Actor,
  now: Date,
): Promise<void> {
  const entries = restored.map(({ code, before }) => ({ code, ...before }));
  const planned = await planChanges(tx, deps, lke, 'mandiri', entries);
  await writeChanges(tx, { lkeId: lke.id, tier: 'mandiri' }, planned, actor, now);
  for (const { linkId } of unlinked) await deleteLink(tx, linkId);
  const made = unlinked.filter(({ isNew }) => isNew).map(({ evidenceId }) => evidenceId);
  for (const id of new Set(made)) await withdrawUnused(tx, lke, id, now);
  await refreshScore(tx, deps.instruments, lke, 'mandiri', now);
}

/** Only as it was made: what somebody has worked on since stays in the register. */
async function withdrawUnused(tx: Tx, lke: ImportLke, id: number, now: Date): Promise<void> {
  const evidence = await findEvidence(tx, lke.satker.code, id);
  if (evidence === null || evidence.withdrawnAt !== null || evidence.version !== 1) return;
  if ((await usesOf(tx, id)).length > 0) return;
  await setWithdrawn(tx, id, { at: now.toISOString(), reason: UNDO_REASON });
}
