import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postArea, showArea } from './area-handlers.js';
import { postFile, postFileAnswers, showFile } from './file-handlers.js';
import { postDecree, postTotals, postTotalsRemoval, showResult } from './result-handlers.js';

/** What TPN found and decided, recorded by the centre and read by all once it is decided. */
export function tpnRoutes(deps: Deps): Router {
  const router = Router();
  const at = '/lke/:satker/:year/tpn';
  router.get(at, showResult(deps));
  router.post(`${at}/nilai`, postTotals(deps));
  router.post(`${at}/nilai/penghapusan`, postTotalsRemoval(deps));
  router.get(`${at}/area/:area`, showArea(deps));
  router.post(`${at}/area/:area`, postArea(deps));
  router.post(`${at}/berkas`, postFile(deps));
  router.get(`${at}/berkas/:file`, showFile(deps));
  router.post(`${at}/berkas/:file`, postFileAnswers(deps));
  router.post(`${at}/keputusan`, postDecree(deps));
  return router;
}
