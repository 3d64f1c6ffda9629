import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { downloadPaper, showPaper } from '../../web/paper-page.js';
import { postLheNumber, postLheProposals, postLheSection, showLhe } from './lhe-handlers.js';
import { findLhePaper } from './lhe-paper-handlers.js';

/** TPI's report (LHE): in the making, and on paper. */
export function lheRoutes(deps: Deps): Router {
  const router = Router();
  const at = '/lke/:satker/:year/lhe';
  router.get(at, showLhe(deps));
  router.post(`${at}/nomor`, postLheNumber(deps));
  router.post(`${at}/usulan`, postLheProposals(deps));
  router.post(`${at}/bagian/:section`, postLheSection(deps));
  router.get(`${at}/:round/cetak`, showPaper(deps, findLhePaper));
  router.get(`${at}/:round/lhe.docx`, downloadPaper(deps, findLhePaper));
  return router;
}
