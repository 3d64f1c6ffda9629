import { Router, type RequestHandler } from 'express';
import { decideGeneral } from '../../domain/access/decide.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { addressLimit } from '../../web/limits.js';
import { publicAccess } from '../../web/public-access.js';
import { userOf } from '../../web/signed-in.js';
import { enterFeed, feedFaults, noteUse, tokenLimit } from './feed-guard.js';
import { getAnswers, getUnits } from './feed-handlers.js';
import { refuseFeed } from './feed-reply.js';
import { showReadiness } from './readiness-handlers.js';
import { postSettings, showAdmin } from './settings-handlers.js';
import { postToken, postTokenRevocation, showTokenRevocation } from './token-handlers.js';

/** What PortalRB pulls, by token: no account, no session, no cookie, everything JSON. */
export function feedRoutes(deps: Deps): Router {
  const router = Router();
  const most = 2 * publicAccess()['feed.requests-per-minute'];
  const perMinute = Math.min(most, deps.config.requestsPerMinute);
  router.use(
    '/api',
    addressLimit(perMinute, (_req, res) => refuseFeed(res, 429)),
  );
  router.use('/api/:base', enterFeed(deps), tokenLimit(deps), noteUse(deps));
  router.get('/api/:base/pengusulan/unit-wbk', getUnits(deps, 'wbk'));
  router.get('/api/:base/pengusulan/unit-wbbm', getUnits(deps, 'wbbm'));
  router.get('/api/:base/lke/jawaban-unit/:unit', getAnswers(deps));
  router.use('/api', (_req, res) => refuseFeed(res, 404));
  router.use('/api', feedFaults(deps));
  return router;
}

/** The administrator's page of the feed, and what it would give of one LKE. */
export function feedPageRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/admin/portalrb', administratorsOnly);
  router.get('/admin/portalrb', showAdmin(deps));
  router.post('/admin/portalrb', postSettings(deps));
  router.post('/admin/portalrb/token', postToken(deps));
  router.get('/admin/portalrb/token/:id/pencabutan', showTokenRevocation(deps));
  router.post('/admin/portalrb/token/:id/pencabutan', postTokenRevocation(deps));
  router.get('/lke/:satker/:year/portalrb', showReadiness(deps));
  return router;
}

const administratorsOnly: RequestHandler = (req, res, next) => {
  if (decideGeneral(userOf(res), 'year.manage') === 'allowed') next();
  else renderError(req, res, 403);
};
