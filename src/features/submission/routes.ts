import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { showComparison, showFrozen } from './frozen-handlers.js';
import { postSubmission, showOverview } from './overview-handlers.js';
import { postReason } from './reason-handlers.js';
import { postReasons } from './reasons-handler.js';
import { postReturn, showReturn } from './return-handlers.js';

/** How an LKE is handed in and comes back. */
export function submissionRoutes(deps: Deps): Router {
  const router = Router();
  const at = '/lke/:satker/:year';
  router.get(`${at}/pengajuan`, showOverview(deps));
  router.post(`${at}/pengajuan`, postSubmission(deps));
  router.post(`${at}/pengajuan/alasan`, postReasons(deps));
  router.get(`${at}/pengajuan/:number`, showFrozen(deps));
  router.get(`${at}/pengajuan/:number/perbandingan`, showComparison(deps));
  router.get(`${at}/pengembalian`, showReturn(deps));
  router.post(`${at}/pengembalian`, postReturn(deps));
  router.post(`${at}/jawaban/:code/alasan-tanpa-bukti`, postReason(deps));
  return router;
}
