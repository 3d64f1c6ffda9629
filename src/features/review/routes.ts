import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postAcceptance, showAcceptance } from './acceptance-handlers.js';
import { postAssignment, showAssignment } from './assignment-handlers.js';
import { showComparison } from './comparison-handlers.js';
import { showInbox } from './inbox-handlers.js';
import { showQueue } from './queue-handlers.js';
import { openEvidence } from './opening-handlers.js';
import { postClosing, postMessage, postReopening, showNotes } from './note-handlers.js';
import { postNote, postReview, showReview } from './review-handlers.js';
import { postConfirmation, resumeTier, showTier } from './tier-handlers.js';
import { showWorkload } from './workload-handlers.js';

/** Assessing, tier by tier. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  const tier = '/lke/:satker/:year/tinjauan/:tier';
  const indicator = `${tier}/:code`;
  router.get(tier, showTier(deps));
  router.get(`${tier}/lanjut`, resumeTier(deps));
  router.get(`${tier}/terima`, showAcceptance(deps));
  router.post(`${tier}/terima`, postAcceptance(deps));
  router.post(`${tier}/konfirmasi`, postConfirmation(deps));
  router.get(indicator, showReview(deps));
  router.post(indicator, postReview(deps));
  router.get(`${indicator}/bukti/:version/:way`, openEvidence(deps));
  router.post(`${indicator}/catatan`, postNote(deps));

  const notes = '/lke/:satker/:year/catatan';
  router.get(notes, showNotes(deps));
  router.post(`${notes}/:thread/balasan`, postMessage(deps, 'satker'));
  router.post(`${notes}/:thread/tanggapan`, postMessage(deps, 'reviewer'));
  router.post(`${notes}/:thread/penutupan`, postClosing(deps));
  router.post(`${notes}/:thread/pembukaan`, postReopening(deps));
  router.get('/lke/:satker/:year/perbandingan', showComparison(deps));
  router.get('/lke/:satker/:year/penugasan', showAssignment(deps));
  router.post('/lke/:satker/:year/penugasan', postAssignment(deps));
  router.get('/tinjauan', showQueue(deps));
  router.get('/tinjauan/beban', showWorkload(deps));
  router.get('/perbaikan', showInbox(deps));
  return router;
}
