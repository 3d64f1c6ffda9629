import type { RequestHandler } from 'express';
import { openYears } from '../../db/open-years.js';
import { scopeOf } from '../../domain/access/scope.js';
import { paths } from '../../paths.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';
import { isReviewer, isTeam } from '../../web/waiting-store.js';
import { firstInScope, newestYearOf } from './list-store.js';
import { noScopePage, notOpenedPage, noYearPage } from './no-year-page.js';
import { satkerListPage } from './satker-list-page.js';

/**
 * `/`: what is this person's to do. Whoever judges the work of others finds it in the queue; a team
 * goes straight to its own satker; whoever reads several chooses in the list.
 */
export function showHome(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, pages } = deps;
    const user = userOf(res);
    if (isReviewer(user) && !isTeam(user)) {
      res.redirect(303, paths.reviewQueue());
      return;
    }
    const [only, another] = await firstInScope(store.db, scopeOf(user.grants), 2);
    if (only === undefined) {
      pages.render(req, res, 'lke/no-year', noScopePage());
      return;
    }
    if (another !== undefined) {
      res.redirect(303, paths.satkerList());
      return;
    }
    const year = await newestYearOf(store.db, only.code);
    if (year === null) pages.render(req, res, 'lke/no-year', notOpenedPage(only.name));
    else res.redirect(303, paths.lke(only.code, year));
  };
}

/** `/satker`: every satker in scope with its LKE of one year. */
export function showSatkerList(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, pages, instruments } = deps;
    const user = userOf(res);
    const years = await openYears(store.db);
    const [newest] = years;
    if (newest === undefined) {
      pages.render(req, res, 'lke/no-year', noYearPage(user));
      return;
    }
    const { tahun = String(newest) } = req.query;
    const year = years.find((open) => String(open) === tahun);
    if (year === undefined) {
      renderError(req, res, 404);
      return;
    }
    const at = { year, years, query: req.query };
    const page = await satkerListPage(store.db, instruments, user, at);
    pages.render(req, res, 'lke/satker-list', page);
  };
}
