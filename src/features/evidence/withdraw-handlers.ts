import type { Request, RequestHandler, Response } from 'express';
import { mayWorkOnArea } from '../../domain/access/decide.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { withdrawText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { problemLines } from '../../web/form-problems.js';
import { withdrawalConflict } from './conflicts.js';
import { usesOf, type Evidence } from './evidence-store.js';
import { parseReason, readReasonForm, type ReasonTyped } from './form.js';
import { evidenceAt, managedPlaceOf, stop, type EvidencePlace, type Place } from './place.js';
import { reasonField, type ReasonPage } from './reason-page.js';
import { restoreEvidence, withdrawEvidence, type Withdrawn } from './withdraw-evidence.js';

export function showWithdrawal(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target === null) return;
    if (target.evidence.withdrawnAt !== null) stop(deps, req, res, 'withdrawn');
    else await renderForm(deps, req, res, target, readReasonForm({}), []);
  };
}

export function postWithdrawal(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target === null) return;
    const { place, evidence } = target;
    const typed = readReasonForm(req.body);
    const reason = parseReason(typed);
    const result: Withdrawn = reason.ok
      ? await withdrawEvidence(deps, {
          ...requestOf(req, place, evidence, typed),
          reason: reason.value,
        })
      : { outcome: 'refused', problems: reason.problems };
    await answer(deps, req, res, target, typed, result, withdrawText.done);
  };
}

/** POST: takes a withdrawal back. */
export function postRestoring(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target === null) return;
    const { place, evidence } = target;
    const typed = readReasonForm(req.body);
    const result = await restoreEvidence(deps, requestOf(req, place, evidence, typed));
    await answer(deps, req, res, target, typed, result, withdrawText.restored);
  };
}

/** Who withdraws must be able to work on every area the evidence serves. */
async function targetOf(deps: Deps, req: Request, res: Response): Promise<EvidencePlace | null> {
  const found = await evidenceAt(deps, req, res, managedPlaceOf(deps, req, res));
  if (found === null) return null;
  const { place, evidence } = found;
  const uses = await usesOf(deps.store.db, evidence.id);
  const mayAll = uses.every(({ code }) => {
    const indicator = place.instrument.byCode.get(code as IndicatorCode);
    return indicator !== undefined && mayWorkOnArea(place.user, place.lke.satker, indicator.area);
  });
  if (mayAll) return found;
  stop(deps, req, res, 'areas');
  return null;
}

function requestOf(req: Request, place: Place, evidence: Evidence, typed: ReasonTyped) {
  return {
    lke: place.lke,
    evidenceId: evidence.id,
    expectedVersion: typed.version,
    actor: actorOf(req, place.user, 'evidence.manage', place.lke.satker),
  };
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  target: EvidencePlace,
  typed: ReasonTyped,
  result: Withdrawn,
  done: (name: string) => string,
): Promise<void> {
  const { place, evidence } = target;
  switch (result.outcome) {
    case 'closed':
      stop(deps, req, res, 'closed');
      return;
    case 'missing':
      renderError(req, res, 404);
      return;
    case 'stale':
      renderConflict(req, res, deps.pages, withdrawalConflict(place, result.stored, typed));
      return;
    case 'refused':
      await renderForm(deps, req, res, target, typed, result.problems);
      return;
    case 'done':
      setFlash(req, 'done', done(result.name));
      res.redirect(303, paths.evidence(place.satkerCode, place.year, evidence.id));
  }
}

async function renderForm(
  deps: Deps,
  req: Request,
  res: Response,
  { place, evidence }: EvidencePlace,
  typed: ReasonTyped,
  problems: readonly Problem[],
): Promise<void> {
  const uses = await usesOf(deps.store.db, evidence.id);
  const page: ReasonPage = {
    title: withdrawText.title(evidence.name),
    lkeNav: place.nav,
    problems: problemLines(problems),
    backHref: paths.evidence(place.satkerCode, place.year, evidence.id),
    backText: evidence.name,
    lines: withdrawText.consequences(uses.map(({ code }) => code)),
    action: paths.evidenceWithdrawal(place.satkerCode, place.year, evidence.id),
    fields: [{ name: 'version', value: String(typed.version || evidence.version) }],
    reason: reasonField(typed.reason, problems),
    confirmation: null,
    button: withdrawText.button,
  };
  deps.pages.render(req, res, 'evidence/reason', page, problems.length === 0 ? 200 : 422);
}
