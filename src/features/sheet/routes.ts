import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { searchRoutes } from './search-routes.js';

export function sheetRoutes(deps: Deps): Router {
  const router = Router();
  router.use(searchRoutes(deps));
  return router;
}
