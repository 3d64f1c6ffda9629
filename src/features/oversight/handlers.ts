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
import { isTier, mapPage } from './map-page.js';
import { readStandings, type Watched } from './read-standings.js';
import { tablePage } from './table-page.js';
import { readWeek } from './week-facts.js';
import { weekPage } from './week-page.js';

type ProvinceHandler = RequestHandler<{ province: string; year: string }>;

/** `/pengawasan`: the newest year, of the one province there is or of all. */
export function openOversight(deps: Deps): RequestHandler {
  return async (_req, res) => {
    const year = await newestOpenYear(deps.store.db);
    const [only, ...more] = provincesOf(userOf(res).grants);
    if (year === null) res.redirect(303, paths.satkerList());
    else if (only !== undefined && more.length === 0) {
      res.redirect(303, paths.oversight(only, year));
    } else res.redirect(303, paths.oversightYear(year));
  };
}

/** `/pengawasan/2026`: every province in scope, then every satker. */
export function showAll(deps: Deps): RequestHandler<{ year: string }> {
  return async (req, res) => {
    const watched = await watchedOrRefuse(deps, req, res, req.params.year, null);
    if (watched === null) return;
    const place = { province: null, seesMore: true };
    deps.pages.render(
      req,
      res,
      'oversight/table',
      tablePage(watched, userOf(res), place, req.query),
    );
  };
}

/** `/pengawasan/52/2026`: every satker of one province that this person sees. */
export function showProvince(deps: Deps): ProvinceHandler {
  return async (req, res) => {
    const { province, year } = req.params;
    const watched = await watchedOrRefuse(deps, req, res, year, province);
    if (watched === null) return;
    const user = userOf(res);
    const page = tablePage(watched, user, { province, seesMore: seesMore(user) }, req.query);
    deps.pages.render(req, res, 'oversight/table', page);
  };
}

export function showMap(deps: Deps): ProvinceHandler {
  return async (req, res) => {
    const { province, year } = req.params;
    const watched = await watchedOrRefuse(deps, req, res, year, province);
    if (watched === null) return;
    const place = { province, seesMore: seesMore(userOf(res)), tier: tierOf(req) };
    deps.pages.render(req, res, 'oversight/map', mapPage(watched, place, req.query));
  };
}

export function showComparison(deps: Deps): ProvinceHandler {
  return async (req, res) => {
    const { province, year } = req.params;
    const watched = await watchedOrRefuse(deps, req, res, year, province);
    if (watched === null) return;
    const { a, b } = req.query;
    const page = comparedPage(watched, {
      province,
      seesMore: seesMore(userOf(res)),
      tier: tierOf(req),
      codes: [codeOf(a), codeOf(b)],
    });
    const status = page.problem === null ? 200 : 422;
    deps.pages.render(req, res, 'oversight/comparison', page, status);
  };
}

/** `/pengawasan/52/2026/pekan/2026-W11`; without a week the one that runs; of one satker if named. */
export function showWeek(
  deps: Deps,
): RequestHandler<{ province: string; year: string; week?: string }> {
  return async (req, res) => {
    const { province, year, week } = req.params;
    const all = await watchedOrRefuse(deps, req, res, year, province);
    if (all === null) return;
    const satkerCode = codeOf(req.query['satker']);
    const watched = satkerCode === null ? all : onlyOf(all, satkerCode);
    const facts = watched === null ? null : await readWeek(deps, watched, week);
    if (watched === null || facts === null) {
      renderError(req, res, 404);
      return;
    }
    const user = userOf(res);
    const page = weekPage(watched, facts, user, { province, seesMore: seesMore(user), satkerCode });
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
  req: Request<Record<string, string>>,
  res: Response,
  year: string,
  province: string | null,
): Promise<Watched | null> {
  const watched = await readStandings(deps, userOf(res), yearParam(year), province);
  if (watched === null) renderError(req, res, 404);
  return watched;
}

function tierOf({ query }: Request<{ province: string; year: string }>) {
  const { tingkat } = query;
  return isTier(tingkat) ? tingkat : 'mandiri';
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
