import type { Request, RequestHandler, Response } from 'express';
import { mayWorkOnArea } from '../../domain/access/decide.js';
import type { Area, IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { usesText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { usesOf } from './evidence-store.js';
import { ticked } from './form.js';
import { linkEvidence } from './link-evidence.js';
import { managedPlaceOf, stop, usableEvidenceAt, type EvidencePlace, type Place } from './place.js';

export interface UsesPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  readonly areas: readonly {
    readonly title: string;
    readonly open: boolean;
    readonly indicators: readonly {
      readonly field: string;
      readonly label: string;
      readonly checked: boolean;
      readonly linked: boolean;
    }[];
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/uses': UsesPage;
  }
}

const PREFIX = 'kode-';

/** GET: the indicators an evidence could serve, by area. */
export function showUses(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target !== null) await renderForm(deps, req, res, target, [], []);
  };
}

/** POST: the newest version onto every ticked indicator; links are taken away one by one, elsewhere. */
export function postUses(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target === null) return;
    const { place, evidence } = target;
    const codes = ticked(req.body, PREFIX) as readonly IndicatorCode[];
    const problems = codeProblems(place, codes);
    const result =
      problems.length > 0
        ? ({ outcome: 'refused', problems } as const)
        : await linkEvidence(deps, {
            lke: place.lke,
            links: codes.map((code) => ({ code, evidenceId: evidence.id })),
            checklistCode: null,
            actor: actorOf(req, place.user, 'evidence.manage', place.lke.satker),
          });
    if (result.outcome === 'closed') stop(deps, req, res, 'closed');
    else if (result.outcome === 'refused') {
      await renderForm(deps, req, res, target, codes, result.problems);
    } else {
      setFlash(req, 'done', usesText.done(evidence.name, result.count));
      res.redirect(303, paths.evidence(place.satkerCode, place.year, evidence.id));
    }
  };
}

function targetOf(deps: Deps, req: Request, res: Response): Promise<EvidencePlace | null> {
  return usableEvidenceAt(deps, req, res, managedPlaceOf(deps, req, res));
}

/** Only indicators of the instrument, in areas of the person. */
function codeProblems(place: Place, codes: readonly IndicatorCode[]): Problem[] {
  if (codes.length === 0) return [{ field: '', code: 'evidence-no-indicator' }];
  const foreign = codes.filter((code) => {
    const indicator = place.instrument.byCode.get(code);
    return indicator === undefined || !mayWorkOnArea(place.user, place.lke.satker, indicator.area);
  });
  if (foreign.length === 0) return [];
  return [{ field: '', code: 'area-not-yours', args: { codes: foreign.join(', ').slice(0, 200) } }];
}

async function renderForm(
  deps: Deps,
  req: Request,
  res: Response,
  { place, evidence }: EvidencePlace,
  chosen: readonly string[],
  problems: readonly Problem[],
): Promise<void> {
  const uses = await usesOf(deps.store.db, evidence.id);
  const linked = new Set(uses.filter((use) => use.lkeId === place.lke.id).map(({ code }) => code));
  const mine = place.instrument.areas.filter(({ key }) =>
    mayWorkOnArea(place.user, place.lke.satker, key),
  );
  const page: UsesPage = {
    title: usesText.title(evidence.name),
    lkeNav: place.nav,
    problems: problemLines(problems),
    backHref: paths.evidence(place.satkerCode, place.year, evidence.id),
    backText: evidence.name,
    action: paths.evidenceUses(place.satkerCode, place.year, evidence.id),
    areas: mine.map((area) => areaOf(openOnly(area, place, linked), linked, new Set(chosen))),
  };
  deps.pages.render(req, res, 'evidence/uses', page, problems.length === 0 ? 200 : 422);
}

/** A return opens some indicators only; those that have the evidence already are shown as such. */
function openOnly(area: Area, { lke }: Place, linked: ReadonlySet<string>): Area {
  const indicators = area.indicators.filter(
    ({ code }) => linked.has(code) || isOpenFor(lke.openness, code),
  );
  return { ...area, indicators };
}

function areaOf(
  area: Area,
  linked: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): UsesPage['areas'][number] {
  const isTouched = area.indicators.some(({ code }) => linked.has(code) || chosen.has(code));
  return {
    title: usesText.area(area.key, area.name),
    open: isTouched,
    indicators: area.indicators.map(({ code, shortName }) => ({
      field: `${PREFIX}${code}`,
      label: `${code} ${shortName}`,
      checked: chosen.has(code),
      linked: linked.has(code),
    })),
  };
}
