import {
  decide,
  mayWorkOnArea,
  type SatkerAction,
  type Viewer,
} from '../../domain/access/decide.js';
import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenForTier, type JudgingTier } from '../../domain/lke/assessment.js';
import { isOpenForFilling, type Stage } from '../../domain/lke/stages.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import { notifyReply } from '../../web/notify.js';
import { findSignedIn } from '../../web/viewer-store.js';
import { standingOf } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import type { AssessLke } from './assess-facts.js';
import { closeThread, insertMessage, insertThread, reopenThread, threadsOf } from './note-store.js';
import type { NoteSide, NoteThread } from './note-store.js';
import type { AssessDeps } from './record-assessment.js';

type NoteDeps = Pick<AssessDeps, 'store' | 'clock'>;

/** Everything but `done` changed nothing. */
export type Noted =
  | { readonly outcome: 'done' | 'unchanged' | 'missing' | 'forbidden' }
  | { readonly outcome: 'closed'; readonly stage: Stage }
  /** The thread was closed, or somebody wrote to it, since the page was opened. */
  | { readonly outcome: 'changed' };

/** The act by which a person speaks for a tier, or null: whoever assesses or confirms there. */
export function noteAction(
  viewer: Viewer,
  place: SatkerPlace,
  tier: JudgingTier,
): SatkerAction | null {
  const acts: readonly SatkerAction[] =
    tier === 'tpi' ? ['assessment.tpi', 'assessment.confirm'] : ['assessment.pendahuluan'];
  return acts.find((act) => decide(viewer, act, place) === 'allowed') ?? null;
}

export interface OpenRequest {
  readonly lke: AssessLke;
  readonly tier: JudgingTier;
  readonly code: IndicatorCode;
  /** Normalised text, not empty. */
  readonly text: string;
  readonly actor: Actor;
}

/** A reviewer begins to talk about an indicator; the same text again is the same thread. */
export async function openThread(deps: NoteDeps, request: OpenRequest): Promise<Noted> {
  const { lke, tier, code, text, actor } = request;
  return deps.store.write(async (tx): Promise<Noted> => {
    const refusal = await reviewerRefusal(tx, lke, tier, actor);
    if (refusal !== null) return refusal;
    const standing = await threadsOf(tx, lke.id, code);
    const isSame = (one: NoteThread) =>
      one.tier === tier && one.closedAt === null && one.messages.at(-1)?.text === text;
    if (standing.some(isSame)) return { outcome: 'unchanged' };
    const round = await roundOf(tx, lke.id);
    const now = deps.clock();
    const at = now.toISOString();
    const threadId = await insertThread(tx, { lkeId: lke.id, tier, code, round, at });
    const authorId = actor.userId;
    await insertMessage(tx, { threadId, round, side: 'reviewer', text, authorId, at });
    await tell(tx, request, 'note.open', { note: text }, now);
    return { outcome: 'done' };
  });
}

export interface ThreadRequest {
  readonly lke: AssessLke;
  readonly threadId: number;
  readonly actor: Actor;
  /** The indicator of a code, for the area a reply needs. */
  readonly indicatorOf: (code: IndicatorCode) => Indicator | undefined;
}

/**
 * The satker's reply while the LKE lies with it, or the reviewer's next word at the tier's stage. A
 * reply needs no open indicator: what is asked can be answered also where the answer stays as it is.
 */
export async function addMessage(
  deps: NoteDeps,
  request: ThreadRequest & { readonly side: NoteSide; readonly text: string },
): Promise<Noted> {
  const { lke, threadId, side, text, actor } = request;
  return deps.store.write(async (tx): Promise<Noted> => {
    const thread = await findThread(tx, lke.id, threadId);
    if (thread === null) return { outcome: 'missing' };
    const refusal =
      side === 'reviewer'
        ? await reviewerRefusal(tx, lke, thread.tier, actor)
        : await satkerRefusal(tx, request, thread);
    if (refusal !== null) return refusal;
    const last = thread.messages.at(-1);
    if (last?.side === side && last.text === text) return { outcome: 'unchanged' };
    if (thread.closedAt !== null) return { outcome: 'changed' };
    const round = await roundOf(tx, lke.id);
    const now = deps.clock();
    const message = { threadId, round, side, text, authorId: actor.userId };
    await insertMessage(tx, { ...message, at: now.toISOString() });
    const { tier, code } = thread;
    const action = side === 'satker' ? 'note.reply' : 'note.follow-up';
    const told = { lkeId: lke.id, place: lke.satker, year: lke.year, tier, by: actor };
    if (side === 'satker') await notifyReply(tx, { ...told, at: now.toISOString() }, code);
    await tell(tx, { lke, tier, code, actor }, action, { note: text }, now);
    return { outcome: 'done' };
  });
}

/** Only the reviewer closes, and only what was read: a reply that came meanwhile keeps it open. */
export async function closeNote(
  deps: NoteDeps,
  request: ThreadRequest & { readonly seen: number },
): Promise<Noted> {
  const { lke, threadId, actor, seen } = request;
  return deps.store.write(async (tx): Promise<Noted> => {
    const thread = await findThread(tx, lke.id, threadId);
    if (thread === null) return { outcome: 'missing' };
    const refusal = await reviewerRefusal(tx, lke, thread.tier, actor);
    if (refusal !== null) return refusal;
    if (thread.closedAt !== null) return { outcome: 'unchanged' };
    if (thread.messages.length !== seen) return { outcome: 'changed' };
    const now = deps.clock();
    await closeThread(tx, threadId, actor.userId, now.toISOString());
    const { tier, code } = thread;
    await tell(tx, { lke, tier, code, actor }, 'note.close', null, now);
    return { outcome: 'done' };
  });
}

/** What was closed too early goes on; the history keeps that it was closed. */
export async function reopenNote(
  deps: NoteDeps,
  { lke, threadId, actor }: ThreadRequest,
): Promise<Noted> {
  return deps.store.write(async (tx): Promise<Noted> => {
    const thread = await findThread(tx, lke.id, threadId);
    if (thread === null) return { outcome: 'missing' };
    const { tier, code, closedAt, messages } = thread;
    const refusal = await reviewerRefusal(tx, lke, tier, actor);
    if (refusal !== null) return refusal;
    if (closedAt === null) return { outcome: 'unchanged' };
    await reopenThread(tx, threadId, messages.at(-1)?.side === 'satker' ? 'reviewer' : 'satker');
    await tell(tx, { lke, tier, code, actor }, 'note.reopen', null, deps.clock());
    return { outcome: 'done' };
  });
}

async function findThread(tx: Tx, lkeId: number, id: number): Promise<NoteThread | null> {
  return (await threadsOf(tx, lkeId)).find((thread) => thread.id === id) ?? null;
}

async function reviewerRefusal(
  tx: Tx,
  lke: AssessLke,
  tier: JudgingTier,
  { userId }: Actor,
): Promise<Noted | null> {
  const viewer = userId === null ? null : await findSignedIn(tx, userId);
  if (viewer === null || noteAction(viewer, lke.satker, tier) === null) {
    return { outcome: 'forbidden' };
  }
  const { stage } = await standingOf(tx, lke.id);
  return isOpenForTier(stage, tier) ? null : { outcome: 'closed', stage };
}

async function satkerRefusal(
  tx: Tx,
  { lke, actor, indicatorOf }: ThreadRequest,
  { code }: NoteThread,
): Promise<Noted | null> {
  const viewer = actor.userId === null ? null : await findSignedIn(tx, actor.userId);
  const area = indicatorOf(code)?.area;
  if (viewer === null || area === undefined || !mayWorkOnArea(viewer, lke.satker, area)) {
    return { outcome: 'forbidden' };
  }
  const { stage } = await standingOf(tx, lke.id);
  return isOpenForFilling(stage) ? null : { outcome: 'closed', stage };
}

async function tell(
  tx: Tx,
  { lke, tier, code, actor }: Omit<OpenRequest, 'text'>,
  action: string,
  after: { readonly note: string } | null,
  now: Date,
): Promise<void> {
  const about = { subject: `${tier} ${code}`, satkerCode: lke.satker.code, year: lke.year };
  await appendHistory(tx, actor, { action, ...about, after }, now);
}
