import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import {
  openOversight,
  showAll,
  showComparison,
  showMap,
  showProvince,
  showWeek,
} from './handlers.js';

/** All satker of a province, or of all, on one screen. */
export function oversightRoutes(deps: Deps): Router {
  const router = Router();
  const province = '/pengawasan/:province/:year';
  router.get('/pengawasan', openOversight(deps));
  router.get('/pengawasan/:year', showAll(deps));
  router.get(province, showProvince(deps));
  router.get(`${province}/peta`, showMap(deps));
  router.get(`${province}/perbandingan`, showComparison(deps));
  router.get(`${province}/pekan`, showWeek(deps));
  router.get(`${province}/pekan/:week`, showWeek(deps));
  return router;
}
