import type { Request, RequestHandler, Response } from 'express';
import type { Grant } from '../../domain/access/roles.js';
import { scopeOf } from '../../domain/access/scope.js';
import { newestOpenYear } from '../../db/open-years.js';
import { paths } from '../../paths.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';
import { yearParam } from '../lke/store.js';
import { comparedPage } from './comparison-page.js';
import { mapPage } from './map-page.js';
import { readTier } from './narrowing.js';
import type { Place } from './place.js';
import { readStandings, type Watched } from './read-standings.js';
import { tablePage } from './table-page.js';
import { readWeek } from './week-facts.js';
import { weekPage } from './week-page.js';

/** Of one province, or of all where the address names none. */
type PlaceHandler = RequestHandler<{ province?: string; year: string }>;

/** `/pengawasan`: the newest year, of the one province there is or of all. */
export function openOversight(deps: Deps): RequestHandler {
  return async (_req, res) => {
    const year = await newestOpenYear(deps.store.db);
    const [only = null, ...more] = provincesOf(userOf(res).grants);
    if (year === null) res.redirect(303, paths.satkerList());
    else res.redirect(303, paths.oversight(more.length === 0 ? only : null, year));
  };
}

/** `/pengawasan/2026`, `/pengawasan/52/2026`: every satker that this person sees there. */
export function showTable(deps: Deps): PlaceHandler {
  return async (req, res) => {
    const found = await watchedOrRefuse(deps, req, res);
    if (found === null) return;
    const page = tablePage(found.watched, userOf(res), found.place, req.query);
    deps.pages.render(req, res, 'oversight/table', page);
  };
}

export function showMap(deps: Deps): PlaceHandler {
  return async (req, res) => {
    const found = await watchedOrRefuse(deps, req, res);
    if (found === null) return;
    deps.pages.render(req, res, 'oversight/map', mapPage(found.watched, found.place, req.query));
  };
}

export function showComparison(deps: Deps): PlaceHandler {
  return async (req, res) => {
    const found = await watchedOrRefuse(deps, req, res);
    if (found === null) return;
    const { a, b } = req.query;
    const tier = readTier(req.query);
    const asked = { ...found.place, tier, codes: [codeOf(a), codeOf(b)] } as const;
    const page = comparedPage(found.watched, asked);
    const status = page.problem === null ? 200 : 422;
    deps.pages.render(req, res, 'oversight/comparison', page, status);
  };
}

/** `/pengawasan/52/2026/pekan/2026-W11`; without a week the one that runs; of one satker if named. */
export function showWeek(
  deps: Deps,
): RequestHandler<{ province: string; year: string; week?: string }> {
  return async (req, res) => {
    const { province, week } = req.params;
    const found = await watchedOrRefuse(deps, req, res);
    if (found === null) return;
    const satkerCode = codeOf(req.query['satker']);
    const watched = satkerCode === null ? found.watched : onlyOf(found.watched, satkerCode);
    const facts = watched === null ? null : await readWeek(deps, watched, week);
    if (watched === null || facts === null) {
      renderError(req, res, 404);
      return;
    }
    const place = { ...found.place, province, satkerCode };
    const page = weekPage(watched, facts, userOf(res), place);
    deps.pages.render(req, res, 'oversight/week', page);
  };
}

/** What is no text is the code of no satker. */
function codeOf(raw: unknown): string | null {
  if (raw === undefined) return null;
  return typeof raw === 'string' ? raw : '';
}

/** Dated in its own zone; null where it is not in scope, as where there is none. */
function onlyOf(all: Watched, code: string): Watched | null {
  const only = all.standings.find(({ satker }) => satker.code === code);
  return only === undefined ? null : { ...all, standings: [only], zone: only.satker.timeZone };
}

/** A province of which nothing is in scope answers like one that does not exist. */
async function watchedOrRefuse(
  deps: Deps,
  req: Request<{ province?: string; year: string }>,
  res: Response,
): Promise<{ readonly watched: Watched; readonly place: Place } | null> {
  const { province = null, year } = req.params;
  const user = userOf(res);
  const watched = await readStandings(deps, user, yearParam(year), province);
  if (watched === null) {
    renderError(req, res, 404);
    return null;
  }
  return { watched, place: { province, seesMore: seesMore(user) } };
}

function seesMore({ grants }: { readonly grants: readonly Grant[] }): boolean {
  return scopeOf(grants).all || provincesOf(grants).length > 1;
}

/** Provinces by code; of those who see all, none is the only one. */
function provincesOf(grants: readonly Grant[]): readonly string[] {
  const { all, codes, districtsOf } = scopeOf(grants);
  if (all) return [];
  return [...new Set([...codes.map((code) => code.slice(0, 2)), ...districtsOf])];
}
