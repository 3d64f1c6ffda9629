import type { Request, RequestHandler, Response } from 'express';
import type { SatkerAction } from '../../domain/access/decide.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { noteText as text } from '../../text/messages/review.js';
import { normaliseText } from '../../text/normalise.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { newestSubmission } from './claim-store.js';
import { textOf } from './form.js';
import {
  addMessage,
  closeNote,
  noteAction,
  reopenNote,
  type ThreadRequest,
} from './note-actions.js';
import { answerNote, noteProblem } from './note-answer.js';
import { evidenceSince, threadsOf, type NoteSide, type NoteThread } from './note-store.js';
import { noteView, type NoteFacts, type NoteView } from './note-view.js';
import { visibleThreads } from './visible-threads.js';

export interface NotesPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly filters: readonly { href: string; label: string; current: boolean }[];
  readonly threads: readonly NoteView[];
  readonly empty: { readonly title: string; readonly text: string };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/notes': NotesPage;
  }
}

interface NotePlace {
  readonly user: SignedIn;
  readonly lke: Lke;
}

/** Every thread of one LKE that this person may see, those that wait first. */
export function showNotes(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeOf(deps, req, res, 'lke.read');
    if (place !== null) await render(deps, req, res, place, [], null);
  };
}

/** The satker's reply, or the reviewer's next word. */
export function postMessage(deps: Deps, side: NoteSide): RequestHandler {
  return async (req, res) => {
    const found = await threadAt(deps, req, res, side);
    if (found === null) return;
    const { place, thread, action } = found;
    const field = `${side === 'satker' ? 'balasan' : 'tanggapan'}-${thread.id}`;
    const said = normaliseText(textOf(req.body, field));
    const problem = noteProblem(said, field);
    if (problem !== null) {
      await render(deps, req, res, place, [problem], { field, text: said });
      return;
    }
    const request = requestOf(deps, req, place, thread, action);
    const noted = await addMessage(deps, { ...request, side, text: said });
    const locked = side === 'satker' ? text.lockedSatker : text.lockedReviewer;
    const back = `${paths.notes(place.lke.satker.code, place.lke.year)}#catatan-${thread.id}`;
    answerNote(deps, req, res, noted, back, { done: text.sent, locked });
  };
}

export function postClosing(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await threadAt(deps, req, res, 'reviewer');
    if (found === null) return;
    const { place, thread, action } = found;
    const seen = Number(textOf(req.body, 'seen'));
    const request = requestOf(deps, req, place, thread, action);
    const noted = await closeNote(deps, { ...request, seen });
    // Among all notes, where one that was closed by mistake is opened again.
    const list = withQuery(paths.notes(place.lke.satker.code, place.lke.year), { saring: 'semua' });
    const back = `${list}#catatan-${thread.id}`;
    const words = { done: text.closedDone, locked: text.lockedReviewer };
    answerNote(deps, req, res, noted, back, words);
  };
}

export function postReopening(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await threadAt(deps, req, res, 'reviewer');
    if (found === null) return;
    const { place, thread, action } = found;
    const noted = await reopenNote(deps, requestOf(deps, req, place, thread, action));
    const back = `${paths.notes(place.lke.satker.code, place.lke.year)}#catatan-${thread.id}`;
    const words = { done: text.reopenedDone, locked: text.lockedReviewer };
    answerNote(deps, req, res, noted, back, words);
  };
}

async function placeOf(
  deps: Deps,
  req: Request,
  res: Response,
  action: SatkerAction,
): Promise<NotePlace | null> {
  const user = userOf(res);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, action, req.params));
  return found === null ? null : { user, lke: found.lke };
}

/** The thread of the address if this person sees it, and the act by which they speak in it. */
async function threadAt(
  deps: Deps,
  req: Request,
  res: Response,
  side: NoteSide,
): Promise<{ place: NotePlace; thread: NoteThread; action: SatkerAction } | null> {
  const place = await placeOf(deps, req, res, side === 'satker' ? 'answer.record' : 'review.read');
  if (place === null) return null;
  const { lke, user } = place;
  const { thread: id = '' } = req.params as Record<string, string>;
  const { db } = deps.store;
  const handed = await newestSubmission(db, lke.id);
  const seen = visibleThreads({ lke, user, handed }, await threadsOf(db, lke.id));
  const thread = seen.find((one) => String(one.id) === id);
  if (thread === undefined) {
    renderError(req, res, 404);
    return null;
  }
  const action = side === 'satker' ? 'answer.record' : noteAction(user, lke.satker, thread.tier);
  if (action !== null) return { place, thread, action };
  renderError(req, res, 403);
  return null;
}

function requestOf(
  deps: Deps,
  req: Request,
  { user, lke }: NotePlace,
  thread: NoteThread,
  action: SatkerAction,
): ThreadRequest {
  const { byCode } = deps.instruments.instrument(lke.instrumentId);
  const actor = actorOf(req, user, action, lke.satker);
  return { lke, threadId: thread.id, actor, indicatorOf: (code) => byCode.get(code) };
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  { user, lke }: NotePlace,
  problems: readonly Problem[],
  typed: NoteFacts['typed'],
): Promise<void> {
  const { db } = deps.store;
  const { satker, year } = lke;
  const instrument = deps.instruments.instrument(lke.instrumentId);
  const handed = await newestSubmission(db, lke.id);
  const seen = visibleThreads({ lke, user, handed }, await threadsOf(db, lke.id));
  const isAll = req.query['saring'] === 'semua';
  const since = seen.length === 0 ? [] : await evidenceSince(db, lke.id);
  const facts = { lke, user, instrument, since, typed };
  const views = seen
    .filter((thread) => isAll || thread.closedAt === null)
    .map((thread) => noteView(facts, thread));
  const at = paths.notes(satker.code, year);
  const page: NotesPage = {
    title: text.title,
    lkeNav: lkeNav(lke, 'notes', user),
    problems: problemLines(problems),
    filters: (['', 'semua'] as const).map((one) => ({
      href: one === '' ? at : `${at}?saring=${one}`,
      label: text.filters[one],
      current: (one === 'semua') === isAll,
    })),
    threads: [...views].sort((a, b) => Number(b.waits) - Number(a.waits)),
    empty: text.empty,
  };
  deps.pages.render(req, res, 'review/notes', page, problems.length === 0 ? 200 : 422);
}
