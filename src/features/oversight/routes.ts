import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { openOversight, showComparison, showMap, showTable, showWeek } from './handlers.js';

/** All satker of a province, or of all, on one screen. */
export function oversightRoutes(deps: Deps): Router {
  const router = Router();
  const country = '/pengawasan/:year';
  const province = '/pengawasan/:province/:year';
  router.get('/pengawasan', openOversight(deps));
  router.get(country, showTable(deps));
  // Before the province's, whose year they would be.
  router.get(`${country}/peta`, showMap(deps));
  router.get(`${country}/perbandingan`, showComparison(deps));
  router.get(province, showTable(deps));
  router.get(`${province}/peta`, showMap(deps));
  router.get(`${province}/perbandingan`, showComparison(deps));
  router.get(`${province}/pekan`, showWeek(deps));
  router.get(`${province}/pekan/:week`, showWeek(deps));
  return router;
}
