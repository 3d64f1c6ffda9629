import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { cancelJob, downloadJob, postJob, showJob, showJobs } from './job-handlers.js';
import { downloadRecap, showRecap } from './recap-handlers.js';

/** All satker of one province and year in one view, as a page and as a workbook. */
export function recapRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/rekap/:province/:year', showRecap(deps));
  router.get('/rekap/:province/:year/rekap.xlsx', downloadRecap(deps));
  router.get('/rekap/:province/:year/unduhan', showJobs(deps));
  router.post('/rekap/:province/:year/unduhan', postJob(deps));
  router.get('/rekap/:province/:year/unduhan/:job', showJob(deps));
  router.get('/rekap/:province/:year/unduhan/:job/berkas', downloadJob(deps));
  router.post('/rekap/:province/:year/unduhan/:job/pembatalan', cancelJob(deps));
  return router;
}
