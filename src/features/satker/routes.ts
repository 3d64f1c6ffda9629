import { Router } from 'express';
import { decideGeneral } from '../../domain/access/decide.js';
import { renderError } from '../../web/error-page.js';
import type { Deps } from '../../web/deps.js';
import { userOf } from '../../web/signed-in.js';
import { postPredikat, postRevocation, showPredikat, postCorrection } from './predikat-handlers.js';
import { postSatker, showList, showSatker } from './satker-handlers.js';

/** Satker and their predikat: the administrator's alone. */
export function adminSatkerRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/admin/satker', (req, res, next) => {
    if (decideGeneral(userOf(res), 'satker.manage') === 'allowed') next();
    else renderError(req, res, 403);
  });
  router.get('/admin/satker', showList(deps));
  router.get('/admin/satker/:code', showSatker(deps));
  router.post('/admin/satker/:code', postSatker(deps));
  router.post('/admin/satker/:code/predikat', postPredikat(deps));
  router.get('/admin/satker/:code/predikat/:id', showPredikat(deps));
  router.post('/admin/satker/:code/predikat/:id', postCorrection(deps));
  router.post('/admin/satker/:code/predikat/:id/pencabutan', postRevocation(deps));
  return router;
}
