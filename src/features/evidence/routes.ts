import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postAttach, postNew, showAttach, showNew } from './attach-handlers.js';
import { postDetails, showDetails } from './details-handlers.js';
import { postUseNewest, showEvidence, showRegister } from './evidence-handlers.js';
import { getFile, getPreview } from './file-handlers.js';
import { postPurge, showPurge } from './purge-handlers.js';
import { postRemoval, showRemoval } from './removal-handlers.js';
import { postUses, showUses } from './uses-handlers.js';
import { postVersion, showVersion } from './version-handlers.js';
import { postRestoring, postWithdrawal, showWithdrawal } from './withdraw-handlers.js';

/** Evidence of a satker, in one of its LKE. */
export function evidenceRoutes(deps: Deps): Router {
  const router = Router();
  const answer = '/lke/:satker/:year/jawaban/:code/bukti';
  router.get(answer, showAttach(deps));
  router.post(answer, postAttach(deps));
  router.get(`${answer}/:link/pelepasan`, showRemoval(deps));
  router.post(`${answer}/:link/pelepasan`, postRemoval(deps));

  const register = '/lke/:satker/:year/bukti';
  router.get(register, showRegister(deps));
  router.get(`${register}/baru`, showNew(deps));
  router.post(`${register}/baru`, postNew(deps));

  const evidence = `${register}/:id`;
  router.get(evidence, showEvidence(deps));
  router.get(`${evidence}/versi`, showVersion(deps));
  router.post(`${evidence}/versi`, postVersion(deps));
  router.get(`${evidence}/versi/:number/berkas`, getFile(deps));
  router.get(`${evidence}/versi/:number/pratinjau`, getPreview(deps));
  router.get(`${evidence}/keterangan`, showDetails(deps));
  router.post(`${evidence}/keterangan`, postDetails(deps));
  router.get(`${evidence}/pemakaian`, showUses(deps));
  router.post(`${evidence}/pemakaian`, postUses(deps));
  router.post(`${evidence}/pemakaian/versi-terbaru`, postUseNewest(deps));
  router.get(`${evidence}/penarikan`, showWithdrawal(deps));
  router.post(`${evidence}/penarikan`, postWithdrawal(deps));
  router.post(`${evidence}/penarikan/pembatalan`, postRestoring(deps));
  router.get(`${evidence}/penghapusan-isi`, showPurge(deps));
  router.post(`${evidence}/penghapusan-isi`, postPurge(deps));
  return router;
}
