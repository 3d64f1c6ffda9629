import { Router, type RequestHandler } from 'express';
import type { Deps } from '../../web/deps.js';
import { addressLimit, singleValues } from '../../web/limits.js';
import { publicAccess } from '../../web/public-access.js';
import { postLink, postRevocation, showLinks, showRevocation } from './link-handlers.js';
import { getSharedFile, getSharedPreview, showGone, showShared } from './shared-handlers.js';

/** Share links of one LKE: listed, made, revoked. */
export function shareRoutes(deps: Deps): Router {
  const router = Router();
  const at = '/lke/:satker/:year/tautan-berbagi';
  router.get(at, showLinks(deps));
  router.post(at, postLink(deps));
  router.get(`${at}/:id/pencabutan`, showRevocation(deps));
  router.post(`${at}/:id/pencabutan`, postRevocation(deps));
  return router;
}

/** What a link opens, without account, session or cookie. */
export function sharedRoutes(deps: Deps): Router {
  const router = Router();
  const most = publicAccess()['share.requests-per-minute'];
  const perMinute = Math.min(most, deps.config.requestsPerMinute);
  router.use('/b', unseen, addressLimit(perMinute), singleValues);
  router.get('/b/:token', showShared(deps));
  router.get('/b/:token/bukti/:id/versi/:number/berkas', getSharedFile(deps));
  router.get('/b/:token/bukti/:id/versi/:number/pratinjau', getSharedPreview(deps));
  router.use('/b', showGone(deps));
  return router;
}

/** In no search engine, and told to no other site. */
const unseen: RequestHandler = (_req, res, next) => {
  res.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
  res.set('Referrer-Policy', 'no-referrer');
  next();
};
