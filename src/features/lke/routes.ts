import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { showHome, showSatkerList } from './list-handlers.js';

export function lkeRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', showHome(deps));
  router.get('/satker', showSatkerList(deps));
  return router;
}
