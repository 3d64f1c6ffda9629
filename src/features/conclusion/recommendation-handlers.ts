import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { recommendationText as text, recommendedText } from '../../text/messages/recommendation.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { decisionPage } from './decision-page.js';
import { stopAtStage, stopWith } from '../../web/stop.js';
import { placeFor, type Place } from './place.js';
import { readDecision } from './read-decision.js';
import { recommend, type RecommendResult } from './recommend.js';
import {
  parseRecommendation,
  readRecommendationForm,
  type RecommendationTyped,
} from './recommendation-form.js';

/** 303, 422 with what was typed, 409 where stage or assessment moved on. */
export function postRecommendation(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'recommendation.make');
    if (place === null) return;
    const { lke, user } = place;
    const typed = readRecommendationForm(req.body);
    if (lke.stage !== 'pendahuluan') {
      stopAtStage(deps, req, res, lke.stage);
      return;
    }
    const parsed = parseRecommendation(typed);
    if (!parsed.ok) {
      await again(deps, req, res, place, typed, parsed.problems);
      return;
    }
    const actor = actorOf(req, user, 'recommendation.make', lke.satker);
    const page = { basis: typed.basis, seen: typed.standing };
    const made = await recommend(deps, { lke, ...parsed.value, ...page, actor });
    if (made.outcome === 'recommended') {
      setFlash(req, 'done', text.done(recommendedText[parsed.value.kind]));
    }
    await answer(deps, req, res, place, typed, made);
  };
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: RecommendationTyped,
  made: RecommendResult,
): Promise<void> {
  const back = paths.decisionPendahuluan(place.lke.satker.code, place.lke.year);
  switch (made.outcome) {
    case 'recommended':
    case 'unchanged':
      res.redirect(303, back);
      return;
    case 'wrong-stage':
      stopAtStage(deps, req, res, made.stage);
      return;
    case 'stale':
      stopWith(deps, req, res, { ...text.stale, back });
      return;
    case 'overtaken':
      stopWith(deps, req, res, { ...text.overtaken, back });
      return;
    case 'incomplete': {
      const args = { missing: made.missing };
      await again(deps, req, res, place, typed, [
        { field: '', code: 'recommendation-incomplete', args },
      ]);
      return;
    }
    case 'no-reason':
      await again(deps, req, res, place, typed, [
        { field: 'recommendation-reason', code: 'recommendation-reason' },
      ]);
  }
}

async function again(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: RecommendationTyped,
  problems: readonly Problem[],
): Promise<void> {
  const shown = await readDecision(deps, place, 'pendahuluan', null, problems);
  const page = decisionPage(place, { ...shown, recommendationTyped: typed });
  deps.pages.render(req, res, 'conclusion/decision', page, 422);
}
