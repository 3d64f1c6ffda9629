import { Router, type RequestHandler } from 'express';
import { decideGeneral } from '../../domain/access/decide.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';
import { postLimits, showLimits } from './limits-handlers.js';
import { postTarget, showYearSatker } from './lke-handlers.js';
import { postAddLke, postNewYear, showAddLke } from './opening-handlers.js';
import { showNewYear, showYears } from './opening-handlers.js';
import { postDates, postException, postInternalTarget } from './year-handlers.js';
import { showDates, showYear } from './year-handlers.js';
import { withYear, type YearHandler } from './year-param.js';

/** Years, their satker, targets and dates, and the limits of uploads: the administrator's alone. */
export function yearRoutes(deps: Deps): Router {
  const router = Router();
  const of = (handler: (deps: Deps) => YearHandler) => withYear(deps, handler(deps));
  router.use(['/admin/tahun', '/admin/pengaturan'], administratorsOnly);
  router.get('/admin/tahun', showYears(deps));
  router.post('/admin/tahun', postNewYear(deps));
  router.get('/admin/tahun/baru', showNewYear(deps));
  router.get('/admin/tahun/:year', of(showYear));
  router.post('/admin/tahun/:year', of(postInternalTarget));
  router.get('/admin/tahun/:year/satker', of(showYearSatker));
  router.get('/admin/tahun/:year/satker/baru', of(showAddLke));
  router.post('/admin/tahun/:year/satker/baru', of(postAddLke));
  router.post('/admin/tahun/:year/sasaran', of(postTarget));
  router.get('/admin/tahun/:year/tanggal', of(showDates));
  router.post('/admin/tahun/:year/tanggal', of(postDates));
  router.post('/admin/tahun/:year/tanggal/khusus', of(postException));
  router.get('/admin/pengaturan', showLimits(deps));
  router.post('/admin/pengaturan', postLimits(deps));
  return router;
}

const administratorsOnly: RequestHandler = (req, res, next) => {
  if (decideGeneral(userOf(res), 'year.manage') === 'allowed') next();
  else renderError(req, res, 403);
};
