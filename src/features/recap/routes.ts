import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { downloadRecap, showRecap } from './recap-handlers.js';

/** All satker of one province and year in one view, as a page and as a workbook. */
export function recapRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/rekap/:province/:year', showRecap(deps));
  router.get('/rekap/:province/:year/rekap.xlsx', downloadRecap(deps));
  return router;
}
