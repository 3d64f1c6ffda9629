import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { detailsText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { detailsConflict } from './conflicts.js';
import { typedOf } from './details-typed.js';
import { detailsOf, editDetails } from './edit-details.js';
import type { Evidence } from './evidence-store.js';
import { aboutFields, dayFields, type AboutFields, type DayFields } from './form-fields.js';
import { parseDetails, readDetailsForm, type DetailsTyped } from './form.js';
import { evidenceAt, managedPlaceOf, stop, type EvidencePlace, type Place } from './place.js';

export interface DetailsPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  readonly version: number;
  readonly about: AboutFields;
  readonly days: DayFields;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/details': DetailsPage;
  }
}

export function showDetails(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await evidenceAt(deps, req, res, managedPlaceOf(deps, req, res));
    if (found === null) return;
    const { place, evidence } = found;
    const typed = { ...typedOf(detailsOf(evidence)), version: evidence.version };
    deps.pages.render(req, res, 'evidence/details', detailsPage(place, evidence, typed, []));
  };
}

export function postDetails(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await evidenceAt(deps, req, res, managedPlaceOf(deps, req, res));
    if (found !== null) await save(deps, req, res, found);
  };
}

async function save(
  deps: Deps,
  req: Request,
  res: Response,
  { place, evidence }: EvidencePlace,
): Promise<void> {
  const typed = readDetailsForm(req.body);
  const parsed = parseDetails(typed);
  const unnamed = parsed.ok && parsed.value.name === '';
  const problems: readonly Problem[] = parsed.ok
    ? unnamed
      ? [{ field: 'name', code: 'required' }]
      : []
    : parsed.problems;
  if (!parsed.ok || problems.length > 0) {
    const page = detailsPage(place, evidence, typed, problems);
    deps.pages.render(req, res, 'evidence/details', page, 422);
    return;
  }
  const result = await editDetails(deps, {
    lke: place.lke,
    evidenceId: evidence.id,
    expectedVersion: typed.version,
    details: parsed.value,
    actor: actorOf(req, place.user, 'evidence.manage', place.lke.satker),
  });
  if (result.outcome === 'closed') stop(deps, req, res, 'closed');
  else if (result.outcome === 'missing') renderError(req, res, 404);
  else if (result.outcome === 'stale') {
    renderConflict(req, res, deps.pages, detailsConflict(place, result.stored, typed));
  } else {
    setFlash(req, 'done', detailsText.done(parsed.value.name));
    res.redirect(303, paths.evidence(place.satkerCode, place.year, evidence.id));
  }
}

function detailsPage(
  place: Place,
  evidence: Evidence,
  typed: DetailsTyped,
  problems: readonly Problem[],
): DetailsPage {
  return {
    title: detailsText.title(evidence.name),
    lkeNav: place.nav,
    problems: problemLines(problems),
    backHref: paths.evidence(place.satkerCode, place.year, evidence.id),
    backText: evidence.name,
    action: paths.evidenceDetails(place.satkerCode, place.year, evidence.id),
    version: typed.version,
    about: aboutFields(typed, problems, ''),
    days: dayFields(typed, problems),
  };
}
