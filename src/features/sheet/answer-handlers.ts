import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import type { SatkerAction } from '../../domain/access/decide.js';
import { refusedText } from '../../text/messages/sheet.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { takeHeldForm } from '../../web/held-form.js';
import { orRefuse } from '../../web/or-refuse.js';
import { sessionOf } from '../../web/session-of.js';
import { userOf } from '../../web/signed-in.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { afterSave } from './after-save.js';
import { findIndicator, readAnswerFacts, type AnswerFacts } from './answer-facts.js';
import { answerPage, type Shown } from './answer-page.js';
import { answerConflictPage } from './answer-conflict-page.js';
import {
  parseTyped,
  readAnswerForm,
  typedFromRow,
  type TypedAnswer,
} from '../../web/answer-form.js';
import { mayFill, type MayFill } from './may-fill.js';
import { recordAnswer } from './record-answer.js';
import { savedNotice } from './saved-notice.js';

type AnswerRequest = Request<{ satker: string; year: string; code: string }>;
type AnswerHandler = RequestHandler<AnswerRequest['params']>;
type Place = { lke: Lke } & NonNullable<ReturnType<typeof findIndicator>>;

/** One indicator: its question, what is stored, and the form of those who may fill it. */
export function showAnswer(deps: Deps): AnswerHandler {
  return async (req, res) => {
    const place = await findPlace(deps, req, res, 'lke.read');
    if (place === null) return;
    const facts = await readAnswerFacts(deps, place.lke, place, userOf(res));
    const held = takeHeldAnswer(req, res);
    const typed =
      held === null
        ? typedFromRow(facts.indicator, facts.row)
        : readAnswerForm(facts.indicator, held);
    render(deps, req, res, facts, {
      ...plain(typed),
      notice: savedNotice(req, facts),
      isHeld: held !== null,
    });
  };
}

/** Saves it: 303 back, 422 with what was typed, 409 with both texts, 403 or 409 where it is closed. */
export function postAnswer(deps: Deps): AnswerHandler {
  return async (req, res) => {
    const place = await findPlace(deps, req, res, 'answer.record');
    if (place === null) return;
    const { lke, indicator } = place;
    const user = userOf(res);
    const typed = readAnswerForm(indicator, req.body);
    const may = mayFill(user, lke, indicator);
    if (may !== 'yes') {
      await refuse(deps, req, res, place, typed, may);
      return;
    }
    const parsed = parseTyped(indicator, typed);
    if (!parsed.ok) {
      await showProblems(deps, req, res, place, typed, parsed.problems);
      return;
    }
    const { value, note } = parsed;
    const recorded = await recordAnswer(deps, {
      lke,
      tier: 'mandiri',
      code: indicator.code,
      value,
      note,
      expectedVersion: typed.version,
      actor: actorOf(req, user, 'answer.record', lke.satker, indicator.area),
    });
    if (recorded.outcome === 'closed') {
      const { stage, openness } = recorded;
      const why = openness === 'none' ? 'stage' : 'not-returned';
      await refuse(deps, req, res, { ...place, lke: { ...lke, stage, openness } }, typed, why);
    } else if (recorded.outcome === 'conflict') {
      const facts = await readAnswerFacts(deps, lke, place, user);
      const page = answerConflictPage(facts, recorded.stored, typed, { value, note });
      deps.pages.render(req, res, 'sheet/conflict', page, 409);
    } else {
      res.redirect(303, await afterSave(deps, req, place, user, typed, recorded));
    }
  };
}

/** The indicator through the person who asks; null where the answer is already given. */
async function findPlace(
  deps: Deps,
  req: AnswerRequest,
  res: Response,
  action: SatkerAction,
): Promise<Place | null> {
  const { code } = req.params;
  const asked = await findLkeFor(deps.store.db, userOf(res), action, req.params);
  const found = orRefuse(req, res, asked);
  if (found === null) return null;
  const place = findIndicator(deps.instruments.instrument(found.lke.instrumentId), code);
  if (place === null) renderError(req, res, 404);
  return place === null ? null : { lke: found.lke, ...place };
}

/** Text held over an expired session, if it was this form's and not that of an evidence. */
function takeHeldAnswer(req: Request, res: Response): Readonly<Record<string, string>> | null {
  const isAnswer = Object.hasOwn(sessionOf(req)?.heldForm?.fields ?? {}, 'version');
  return isAnswer ? takeHeldForm(req, userOf(res).userId) : null;
}

async function showProblems(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: TypedAnswer,
  problems: readonly Problem[],
): Promise<void> {
  const facts = await readAnswerFacts(deps, place.lke, place, userOf(res));
  render(deps, req, res, facts, { ...plain(typed), problems }, 422);
}

/** The same page without a form, with what was typed, so that nothing is lost. */
async function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: TypedAnswer,
  why: Exclude<MayFill, 'yes'>,
): Promise<void> {
  const facts = await readAnswerFacts(deps, place.lke, place, userOf(res));
  const shown = { ...plain(typed), refusal: refusedText[why] };
  render(deps, req, res, facts, shown, why === 'stage' || why === 'not-returned' ? 409 : 403);
}

function plain(typed: TypedAnswer): Shown {
  return { typed, problems: [], notice: null, isHeld: false, refusal: null };
}

function render(
  deps: Deps,
  req: Request,
  res: Response,
  facts: AnswerFacts,
  shown: Shown,
  status = 200,
): void {
  const at = { now: deps.clock(), appVersion: deps.version };
  deps.pages.render(req, res, 'sheet/answer', answerPage(facts, userOf(res), shown, at), status);
}
