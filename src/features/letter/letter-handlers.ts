import type { Request, RequestHandler, Response } from 'express';
import { isUrgency, ownerOf } from '../../domain/lke/letters.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { decideText } from '../../text/messages/conclusion.js';
import { letterText as text } from '../../text/messages/letter.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { standingLayak, type Decision } from '../conclusion/store.js';
import { OTHER_PREFIX, parseLetter, readLetter, readSending, type LetterTyped } from './form.js';
import { letterOf } from './letter-store.js';
import { letterPage } from './letter-page.js';
import { findLetterhead } from './letterhead-store.js';
import { paperHash } from '../../paper/paper-hash.js';
import { paperDays } from '../../web/paper-fields.js';
import { stopAtStage, stopWith } from '../../web/stop.js';
import { barredFrom } from '../../web/tier-store.js';
import { placeFor, type Place } from './place.js';
import { letterCandidates, paperOf } from './read-letter.js';
import { saveLetter, type SavedLetter } from './save-letter.js';
import { sendLetter } from './send-letter.js';

interface Waiting {
  readonly place: Place;
  readonly decision: Decision;
}

export function showLetter(deps: Deps): RequestHandler {
  return async (req, res) => {
    const waiting = await waitingFor(deps, req, res);
    if (waiting !== null) await render(deps, req, res, waiting, null, []);
  };
}

/** Keeps number, date and satker of the letter. */
export function postLetter(deps: Deps): RequestHandler {
  return async (req, res) => {
    const waiting = await waitingFor(deps, req, res);
    if (waiting === null) return;
    const { lke, roles, user } = waiting.place;
    const typed = readLetter(req.body);
    const parsed = parseLetter(typed, paperDays(deps, lke));
    if (!parsed.ok) {
      await render(deps, req, res, waiting, typed, parsed.problems);
      return;
    }
    const saved = await saveLetter(deps, {
      lke,
      roles,
      details: parsed.value,
      others: typed.others,
      expectedVersion: typed.version,
      actor: actorOf(req, user, 'stage.send-letter', lke.satker),
    });
    await answer(deps, req, res, waiting, typed, saved);
  };
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  waiting: Waiting,
  typed: LetterTyped,
  saved: SavedLetter,
): Promise<void> {
  const { lke } = waiting.place;
  const back = paths.letter(lke.satker.code, lke.year);
  if ('verdict' in saved) {
    if (saved.verdict === 'wrong-role') renderError(req, res, 403);
    else stopAtStage(deps, req, res, saved.stage);
    return;
  }
  switch (saved.outcome) {
    case 'no-decision':
      stopWith(deps, req, res, { title: decideText.stale.title, text: text.stop.noDecision, back });
      return;
    case 'sent':
      stopWith(deps, req, res, { title: decideText.stale.title, text: text.stop.sent, back });
      return;
    case 'refused':
      await render(deps, req, res, waiting, typed, saved.problems);
      return;
    case 'stale':
      renderStale(deps, req, res, typed, saved, back);
      return;
    case 'saved':
      setFlash(req, 'done', text.saved);
      res.redirect(303, back);
      return;
    case 'unchanged':
      res.redirect(303, back);
  }
}

function urgencyText(urgency: string): string {
  return isUrgency(urgency) ? text.urgencies[urgency] : urgency;
}

function renderStale(
  deps: Deps,
  req: Request,
  res: Response,
  typed: LetterTyped,
  { stored, names }: Extract<SavedLetter, { outcome: 'stale' }>,
  back: string,
): void {
  const others = typed.others.map((code) => [`${OTHER_PREFIX}${code}`, 'on'] as const);
  const { number, day, attachments, urgency } = typed;
  renderConflict(req, res, deps.pages, {
    subject: text.subject,
    rows: [
      { label: text.number, stored: stored.number, typed: number },
      { label: text.day, stored: formatDay(stored.day), typed: formatDay(day) },
      { label: text.urgency, stored: urgencyText(stored.urgency), typed: urgencyText(urgency) },
      { label: text.attachments, stored: stored.attachments, typed: attachments },
      { label: text.satker, stored: names.join(', '), typed: typed.others.join(', ') },
    ],
    action: back,
    fields: {
      number,
      day,
      attachments,
      urgency,
      ...Object.fromEntries(others),
      version: String(stored.version),
    },
    backHref: back,
  });
}

/** Records the letter as sent. */
export function postSending(deps: Deps): RequestHandler {
  return async (req, res) => {
    const waiting = await waitingFor(deps, req, res);
    if (waiting === null) return;
    const { lke, roles, user } = waiting.place;
    const actor = actorOf(req, user, 'stage.send-letter', lke.satker);
    const sent = await sendLetter(deps, { lke, roles, shown: readSending(req.body), actor });
    const back = paths.letter(lke.satker.code, lke.year);
    if ('verdict' in sent) {
      if (sent.verdict === 'wrong-role') renderError(req, res, 403);
      else stopAtStage(deps, req, res, sent.stage);
      return;
    }
    switch (sent.outcome) {
      case 'refused':
        await render(deps, req, res, waiting, null, sent.problems);
        return;
      case 'no-decision':
      case 'already': {
        const why = sent.outcome === 'already' ? text.stop.sent : text.stop.noDecision;
        stopWith(deps, req, res, { title: decideText.stale.title, text: why, back });
        return;
      }
      case 'stale':
        stopWith(deps, req, res, { ...decideText.stale, back });
        return;
      case 'sent':
        setFlash(req, 'done', text.sent);
        res.redirect(303, paths.decisions(lke.satker.code, lke.year));
    }
  };
}

/** An LKE that is *layak* and waits for its letter; 409 where it is not. */
async function waitingFor(deps: Deps, req: Request, res: Response): Promise<Waiting | null> {
  const place = await placeFor(deps, req, res, 'stage.send-letter');
  if (place === null) return null;
  const { lke } = place;
  if (lke.stage !== 'menunggu-tpi') {
    stopAtStage(deps, req, res, lke.stage);
    return null;
  }
  const decision = await standingLayak(deps.store.db, lke.id);
  if (decision !== null) return { place, decision };
  const { title } = decideText.stale;
  stopWith(deps, req, res, { title, text: text.stop.noDecision, back: null });
  return null;
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  { place, decision }: Waiting,
  typed: LetterTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const { db } = deps.store;
  const { lke } = place;
  const owner = ownerOf('surat', lke.satker);
  const letter = await letterOf(db, decision.id);
  const candidates = await letterCandidates(db, owner, lke.year, letter?.id ?? null);
  const page = letterPage(place, {
    letter,
    candidates,
    hasLetterhead: (await findLetterhead(db, owner)) !== null,
    barredBy: await barredFrom(db, place.user, ['stage.send-letter'], lke),
    shown: letter === null ? '' : paperHash(await paperOf(db, deps, letter)),
    typed,
    problems,
  });
  deps.pages.render(req, res, 'letter/letter', page, problems.length === 0 ? 200 : 422);
}
