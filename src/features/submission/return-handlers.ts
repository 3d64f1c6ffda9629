import type { Request, RequestHandler, Response } from 'express';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { JUDGING_TIERS, type JudgingTier } from '../../domain/lke/assessment.js';
import { findTransition } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { returnText } from '../../text/messages/submission.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { notedCodes } from '../review/store.js';
import { parseReturn, readReturnForm, type ReturnTyped } from './form.js';
import { placeFor, stopAt, type Place } from './place.js';
import { returnLke, type Returned } from './return-lke.js';
import { returnDue } from './return-due.js';
import { returnPage } from './return-page.js';
import { lkeVersion, returnsOf, standingReturn } from './stage-store.js';

/** The form of a return, where this stage has one. */
export function showReturn(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await returnable(deps, req, res);
    if (place !== null) await render(deps, req, res, place, null, []);
  };
}

/** Sends the LKE back: 303, 422 with what was typed, 409 where it moved on. */
export function postReturn(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await returnable(deps, req, res);
    if (place === null) return;
    const typed = readReturnForm(req.body);
    const parsed = parseReturn(typed, place.instrument);
    if (!parsed.ok) {
      await render(deps, req, res, place, typed, parsed.problems);
      return;
    }
    const { lke, roles, user } = place;
    const left = await leftClosed(deps, place, typed, parsed.value.codes);
    if (left.length > 0) {
      const args = { count: left.length, codes: left.join(', ') };
      await render(deps, req, res, place, typed, [{ field: 'opens', code: 'return-noted', args }]);
      return;
    }
    const returned = await returnLke(deps, {
      lke,
      roles,
      ...parsed.value,
      expectedVersion: typed.version,
      actor: actorOf(req, user, 'stage.return', lke.satker),
    });
    await answer(deps, req, res, place, typed, returned);
  };
}

/** Indicators with a note for the satker that this return leaves closed without a word. */
async function leftClosed(
  deps: Deps,
  { lke }: Place,
  { leaveNoted }: ReturnTyped,
  codes: readonly IndicatorCode[] | null,
): Promise<readonly IndicatorCode[]> {
  if (leaveNoted || codes === null) return [];
  const noted = await notedCodes(deps.store.db, lke.id, tiersBehind(lke.stage));
  return noted.filter((code) => !codes.includes(code));
}

/** Whose notes a return at this stage brings to the satker; what TPI asked passes the first tier. */
function tiersBehind(stage: Stage): readonly JudgingTier[] {
  return stage === 'tpi' ? ['tpi'] : JUDGING_TIERS;
}

/** Whoever may return at some stage; 409 where this stage is not one of them. */
async function returnable(deps: Deps, req: Request, res: Response): Promise<Place | null> {
  const place = await placeFor(deps, req, res, 'stage.return');
  if (place === null) return null;
  const { stage, satker } = place.lke;
  const row = findTransition({ action: 'return', stage, level: satker.level });
  if (row?.roles.some((role) => place.roles.includes(role)) === true) return place;
  stopAt(deps, req, res, { kind: 'stage', stage });
  return null;
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: ReturnTyped,
  returned: Returned,
): Promise<void> {
  const { satker, year } = place.lke;
  if ('verdict' in returned) {
    if (returned.verdict === 'wrong-role') renderError(req, res, 403);
    else {
      stopAt(deps, req, res, { kind: 'stage', stage: returned.stage });
    }
    return;
  }
  switch (returned.outcome) {
    case 'refused':
      await render(deps, req, res, place, typed, returned.problems);
      return;
    case 'stale':
      stopAt(deps, req, res, { kind: 'stage', stage: returned.stage });
      return;
    case 'returned': {
      const { done } = returnText;
      const isOpened = returned.to === 'pengisian';
      setFlash(req, 'done', isOpened ? done.pengisian(satker.name) : done.pendahuluan);
      res.redirect(303, paths.submission(satker.code, year));
    }
  }
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: ReturnTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const { db } = deps.store;
  const waiting = standingReturn(await returnsOf(db, place.lke.id), place.lke.stage);
  const version = await lkeVersion(db, place.lke.id);
  const noted = await notedCodes(db, place.lke.id, tiersBehind(place.lke.stage));
  const due = await returnDue(deps, place.lke, waiting);
  const page = returnPage(place, { waiting, due, version, typed, problems, noted });
  deps.pages.render(req, res, 'submission/return', page, problems.length === 0 ? 200 : 422);
}
