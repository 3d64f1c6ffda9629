import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { submissionText } from '../../text/messages/submission.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { readSubmitForm, type TypedReasons } from './form.js';
import { readOverview } from './overview-facts.js';
import { overviewPage } from './overview-page.js';
import { placeFor, stopAt, type Place } from './place.js';
import { submitLke, type Submitted } from './submit-lke.js';

/** Where the LKE stands, what is missing, and every round so far. */
export function showOverview(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'lke.read');
    if (place !== null) await renderOverview(deps, req, res, place, { problems: [] });
  };
}

/** Hands the LKE in: 303 to the submission, 422 with what is missing, 409 where it moved on. */
export function postSubmission(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'stage.submit');
    if (place === null) return;
    const typed = readSubmitForm(req.body);
    if (!typed.isChecked && place.lke.stage === 'pengisian') {
      const problems = [{ field: 'checked', code: 'not-confirmed' }];
      await renderOverview(deps, req, res, place, { problems });
      return;
    }
    const { lke, roles, user } = place;
    const actor = actorOf(req, user, 'stage.submit', lke.satker);
    const submitted = await submitLke(deps, { lke, roles, confirmed: typed.confirmed, actor });
    await answer(deps, req, res, place, submitted);
  };
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  submitted: Submitted,
): Promise<void> {
  if ('verdict' in submitted) {
    if (submitted.verdict === 'wrong-role') renderError(req, res, 403);
    else stopAt(deps, req, res, { kind: 'stage', stage: submitted.stage });
    return;
  }
  switch (submitted.outcome) {
    case 'unready':
      await renderOverview(deps, req, res, place, {
        problems: [{ field: '', code: 'not-ready' }],
      });
      return;
    case 'changed':
      stopAt(deps, req, res, { kind: 'changed' });
      return;
    case 'submitted': {
      const { number } = submitted.submission;
      setFlash(req, 'done', submissionText.done(number));
      res.redirect(303, paths.submissionOne(place.lke.satker.code, place.lke.year, number));
    }
  }
}

/** With what was refused and, of the reasons, what was typed. */
export async function renderOverview(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  refused: { readonly problems: readonly Problem[]; readonly reasons?: TypedReasons },
): Promise<void> {
  const { problems, reasons = new Map() } = refused;
  const facts = await readOverview(deps, place);
  const page = overviewPage(place, facts, { problems, reasons }, deps.clock());
  deps.pages.render(req, res, 'submission/overview', page, problems.length === 0 ? 200 : 422);
}
