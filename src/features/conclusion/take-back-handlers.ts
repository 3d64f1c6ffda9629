import type { Request, RequestHandler, Response } from 'express';
import { actionsNow, type Verdict } from '../../domain/lke/judge-transition.js';
import { isTakeBack, TAKE_BACKS, type TakeBack } from '../../domain/lke/take-back.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { decideText } from '../../text/messages/conclusion.js';
import { stageText } from '../../text/messages/lke.js';
import { takeBackText as text } from '../../text/messages/take-back.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { parseTakeBack, readTakeBack, type TakeBackTyped } from './form.js';
import { may } from '../../web/lke-place.js';
import { stopAtStage, stopWith } from '../../web/stop.js';
import { hasResult } from '../tpn/store.js';
import { barredFrom, OtherTierError } from '../../web/tier-store.js';
import { placeFor, type Place } from './place.js';
import { standingDecision, takeBack } from './take-back.js';
import { takeBackPage } from './take-back-page.js';

export function showTakeBack(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeOf(deps, req, res);
    if (place === null) return;
    const action = takeBackNow(place);
    if (action !== null) await refuseOtherTier(deps, place, action);
    if (action === null) stopAtStage(deps, req, res, place.lke.stage);
    else await render(deps, req, res, place, action, null, []);
  };
}

/** 303, 422 with what was typed, 403 where it is never theirs, 409 where it is not now. */
export function postTakeBack(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeOf(deps, req, res);
    if (place === null) return;
    const typed = readTakeBack(req.body);
    const { lke, roles, user } = place;
    const action = isTakeBack(typed.choice) ? typed.choice : takeBackNow(place);
    if (action !== null && !may(place, `stage.${action}`)) {
      renderError(req, res, 403);
      return;
    }
    if (action === null || takeBackNow(place) !== action) {
      stopAtStage(deps, req, res, lke.stage);
      return;
    }
    const parsed = parseTakeBack(typed);
    if (!parsed.ok) {
      await render(deps, req, res, place, action, typed, parsed.problems);
      return;
    }
    const actor = actorOf(req, user, `stage.${action}`, lke.satker);
    const request = { lke, roles, action, reason: parsed.value, actor };
    const done = await takeBack(deps, { ...request, expectedVersion: typed.version });
    const back = paths.decisions(lke.satker.code, lke.year);
    if ('verdict' in done) {
      refuse(deps, req, res, place, done);
      return;
    }
    switch (done.outcome) {
      case 'stale':
        stopWith(deps, req, res, { ...decideText.stale, back });
        return;
      case 'no-decision':
        stopWith(deps, req, res, { ...text.noDecision, back });
        return;
      case 'done':
        setFlash(req, 'done', text.done(stageText[done.to]));
        res.redirect(303, back);
    }
  };
}

/** Somebody of another tier reads why instead of a form that would be refused. */
async function refuseOtherTier(
  { store }: Deps,
  { user, lke }: Place,
  action: TakeBack,
): Promise<void> {
  const tier = await barredFrom(store.db, user, [`stage.${action}`], lke);
  if (tier !== null) throw new OtherTierError(tier, lke.satker.name);
}

function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  { lke }: Place,
  verdict: Exclude<Verdict, { verdict: 'allowed' }>,
): void {
  switch (verdict.verdict) {
    case 'wrong-role':
      renderError(req, res, 403);
      return;
    case 'wrong-stage':
      stopAtStage(deps, req, res, verdict.stage);
      return;
    case 'unmet':
      stopWith(deps, req, res, {
        ...text.resultStands,
        back: paths.tpnResult(lke.satker.code, lke.year),
      });
  }
}

/** What this person may take back now; at each stage it is one thing at most. */
export function takeBackNow({ lke, roles }: Place): TakeBack | null {
  const found = actionsNow({ stage: lke.stage, level: lke.satker.level, roles });
  return found.map(({ action }) => action).find(isTakeBack) ?? null;
}

/** Whoever may take something back at some stage. */
async function placeOf(deps: Deps, req: Request, res: Response): Promise<Place | null> {
  const place = await placeFor(deps, req, res, 'lke.read');
  if (place === null) return null;
  const isTaker = Object.keys(TAKE_BACKS).some(
    (action) => isTakeBack(action) && may(place, `stage.${action}`),
  );
  if (isTaker) return place;
  renderError(req, res, 403);
  return null;
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  action: TakeBack,
  typed: TakeBackTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const { lke } = place;
  const decision = await standingDecision(deps.store.db, lke.id, action);
  if (decision === null) {
    const back = paths.decisions(lke.satker.code, lke.year);
    stopWith(deps, req, res, { ...text.noDecision, back });
    return;
  }
  if (action === 'take-back-proposal' && (await hasResult(deps.store.db, lke.id))) {
    refuse(deps, req, res, place, { verdict: 'unmet', unmet: ['no-tpn-result'] });
    return;
  }
  const page = takeBackPage(place, { action, decision, version: lke.version, typed, problems });
  deps.pages.render(req, res, 'conclusion/take-back', page, problems.length === 0 ? 200 : 422);
}
