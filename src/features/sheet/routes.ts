import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postAnswer, showAnswer } from './answer-handlers.js';
import { showArea } from './area-handlers.js';
import { searchRoutes } from './search-routes.js';

export function sheetRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/lke/:satker/:year/area/:area', showArea(deps));
  router.get('/lke/:satker/:year/jawaban/:code', showAnswer(deps));
  router.post('/lke/:satker/:year/jawaban/:code', postAnswer(deps));
  router.use(searchRoutes(deps));
  return router;
}
