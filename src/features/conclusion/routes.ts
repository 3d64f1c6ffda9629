import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postBeginning, postDecision, showDecision } from './decision-handlers.js';
import { showDecisions } from './decisions-handlers.js';
import { postRecommendation } from './recommendation-handlers.js';
import { postTakeBack, showTakeBack } from './take-back-handlers.js';

/** What is decided about an LKE, what was recommended before, and what is taken back. */
export function conclusionRoutes(deps: Deps): Router {
  const router = Router();
  const at = '/lke/:satker/:year';
  router.get(`${at}/keputusan`, showDecisions(deps));
  router.get(`${at}/keputusan/pendahuluan`, showDecision(deps, 'pendahuluan'));
  router.post(`${at}/keputusan/pendahuluan`, postDecision(deps, 'pendahuluan'));
  router.post(`${at}/keputusan/pendahuluan/rekomendasi`, postRecommendation(deps));
  router.get(`${at}/keputusan/penarikan`, showTakeBack(deps));
  router.post(`${at}/keputusan/penarikan`, postTakeBack(deps));
  router.get(`${at}/keputusan/tpi`, showDecision(deps, 'tpi'));
  router.post(`${at}/keputusan/tpi`, postDecision(deps, 'tpi'));
  router.post(`${at}/penilaian-tpi`, postBeginning(deps));
  return router;
}
