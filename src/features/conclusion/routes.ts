import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postBeginning, postDecision, showDecision } from './decision-handlers.js';
import { showDecisions } from './decisions-handlers.js';
import { postLetter, postSending, showLetter } from './letter-handlers.js';
import { postLetterhead, showLetterhead } from './letterhead-handlers.js';
import { postLheNumber, postLheSection, showLhe } from './lhe-handlers.js';
import { downloadPaper, findLetterPaper, findLhePaper, showPaper } from './paper-handlers.js';
import { postRecommendation } from './recommendation-handlers.js';
import { postTakeBack, showTakeBack } from './take-back-handlers.js';

/** What is decided about an LKE, and what goes out on paper. */
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

  router.get(`${at}/kop/:kind`, showLetterhead(deps));
  router.post(`${at}/kop/:kind`, postLetterhead(deps));
  router.get(`${at}/surat`, showLetter(deps));
  router.post(`${at}/surat`, postLetter(deps));
  router.post(`${at}/surat/pengiriman`, postSending(deps));
  router.get(`${at}/surat/:id/cetak`, showPaper(deps, findLetterPaper));
  router.get(`${at}/surat/:id/surat.docx`, downloadPaper(deps, findLetterPaper));

  router.get(`${at}/lhe`, showLhe(deps));
  router.post(`${at}/lhe/nomor`, postLheNumber(deps));
  router.post(`${at}/lhe/bagian/:section`, postLheSection(deps));
  router.get(`${at}/lhe/:round/cetak`, showPaper(deps, findLhePaper));
  router.get(`${at}/lhe/:round/lhe.docx`, downloadPaper(deps, findLhePaper));
  return router;
}
