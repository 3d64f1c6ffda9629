import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { showAreaChart, showLkeHome } from './home-handlers.js';
import { showHome, showSatkerList } from './list-handlers.js';

export function lkeRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', showHome(deps));
  router.get('/satker', showSatkerList(deps));
  router.get('/lke/:satker/:year', showLkeHome(deps));
  router.get('/lke/:satker/:year/grafik.svg', showAreaChart(deps));
  return router;
}
