import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { downloadBundle, downloadExport, showExport } from './export-handlers.js';

/** What leaves an LKE as a file. */
export function exchangeRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/lke/:satker/:year/unduhan', showExport(deps));
  router.get('/lke/:satker/:year/unduhan/bundel-bukti.zip', downloadBundle(deps));
  router.get('/lke/:satker/:year/unduhan/:file', downloadExport(deps));
  return router;
}
