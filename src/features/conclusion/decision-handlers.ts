import type { Request, RequestHandler, Response } from 'express';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { conditionText, decideText, kindText } from '../../text/messages/conclusion.js';
import { askedReasonCode } from '../../text/messages/recommendation.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { beginTpi, type Begun } from './begin-tpi.js';
import { decideLke, type Decided } from './decide-lke.js';
import { choicesOf } from './decision-form.js';
import { decisionPage } from './decision-page.js';
import {
  parseDecision,
  readBeginning,
  readDecision as readForm,
  type DecisionTyped,
} from './form.js';
import { may } from '../../web/lke-place.js';
import { stopAtStage, stopWith } from '../../web/stop.js';
import { placeFor, type Place } from './place.js';
import { readDecision } from './read-decision.js';

const READ = { pendahuluan: 'decision.read', tpi: 'lhe.read' } as const;
const DECIDE = { pendahuluan: 'stage.decide-layak', tpi: 'stage.conclude-memenuhi' } as const;

export function showDecision(deps: Deps, tier: JudgingTier): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, READ[tier]);
    if (place === null) return;
    await render(deps, req, res, place, tier, null, []);
  };
}

/** 303, 422 with what was typed, 409 where stage or assessment moved on. */
export function postDecision(deps: Deps, tier: JudgingTier): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, DECIDE[tier]);
    if (place === null) return;
    const { lke, roles, user } = place;
    const typed = readForm(req.body);
    if (lke.stage !== tier) {
      stopAtStage(deps, req, res, lke.stage);
      return;
    }
    const parsed = parseDecision(typed, choicesOf(place, tier));
    if (!parsed.ok) {
      await render(deps, req, res, place, tier, typed, parsed.problems);
      return;
    }
    const actor = actorOf(req, user, DECIDE[tier], lke.satker);
    const request = { lke, tier, roles, ...parsed.value, basis: typed.basis, actor };
    await answer(deps, req, res, { place, tier, typed }, await decideLke(deps, request));
  };
}

interface Asked {
  readonly place: Place;
  readonly tier: JudgingTier;
  readonly typed: DecisionTyped;
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  { place, tier, typed }: Asked,
  decided: Decided,
): Promise<void> {
  const { satker, year } = place.lke;
  if ('verdict' in decided) {
    if (decided.verdict === 'wrong-role') renderError(req, res, 403);
    else stopAtStage(deps, req, res, decided.stage);
    return;
  }
  const again = (problems: readonly Problem[]) =>
    render(deps, req, res, place, tier, typed, problems);
  switch (decided.outcome) {
    case 'unmet':
      await again(
        decided.unmet.map((condition) => ({
          field: 'choice',
          code: 'condition-unmet',
          args: { condition: conditionText[condition] },
        })),
      );
      return;
    case 'no-reason':
      await again([{ field: 'reason', code: askedReasonCode[decided.asked] }]);
      return;
    case 'lhe-unwritten':
      await again([{ field: 'gaps', code: 'lhe-unwritten' }]);
      return;
    case 'no-letterhead':
      await again([{ field: '', code: 'lhe-letterhead-missing' }]);
      return;
    case 'no-lhe-number':
      await again([{ field: '', code: 'lhe-number-missing' }]);
      return;
    case 'stale': {
      const back =
        tier === 'tpi'
          ? paths.decisionTpi(satker.code, year)
          : paths.decisionPendahuluan(satker.code, year);
      stopWith(deps, req, res, { ...decideText.stale, back });
      return;
    }
    case 'decided':
      setFlash(req, 'done', decideText.done(kindText[decided.kind]));
      res.redirect(303, paths.decisions(satker.code, year));
  }
}

/** TPI starts its own assessment. */
export function postBeginning(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'stage.begin-tpi');
    if (place === null) return;
    const { lke, roles, user } = place;
    const actor = actorOf(req, user, 'stage.begin-tpi', lke.satker);
    const expectedVersion = readBeginning(req.body);
    await begun(
      deps,
      req,
      res,
      place,
      await beginTpi(deps, { lke, roles, expectedVersion, actor }),
    );
  };
}

async function begun(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  done: Begun,
): Promise<void> {
  const { satker, year } = place.lke;
  if ('outcome' in done) {
    if (done.outcome === 'stale') {
      const back = paths.decisionTpi(satker.code, year);
      stopWith(deps, req, res, { ...decideText.stale, back });
      return;
    }
    setFlash(req, 'done', decideText.begun);
    res.redirect(303, paths.review(satker.code, year, 'tpi'));
    return;
  }
  switch (done.verdict) {
    case 'wrong-role':
      renderError(req, res, 403);
      return;
    case 'wrong-stage':
      stopAtStage(deps, req, res, done.stage);
      return;
    case 'unmet': {
      const args = { condition: conditionText['letter-recorded'] };
      const problems = [{ field: '', code: 'condition-unmet', args }];
      if (may(place, 'lhe.read')) await render(deps, req, res, place, 'tpi', null, problems);
      else renderError(req, res, 403);
    }
  }
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  tier: JudgingTier,
  typed: DecisionTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const shown = await readDecision(deps, place, tier, typed, problems);
  const status = problems.length === 0 ? 200 : 422;
  deps.pages.render(req, res, 'conclusion/decision', decisionPage(place, shown), status);
}
