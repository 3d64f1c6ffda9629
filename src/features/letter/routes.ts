import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { downloadPaper, showPaper } from '../../web/paper-page.js';
import { postLetter, postSending, showLetter } from './letter-handlers.js';
import { findLetterPaper } from './letter-paper-handlers.js';
import { postLetterhead, showLetterhead } from './letterhead-handlers.js';

/** The letter that recommends satker to TPI, and the heads of what goes out on paper. */
export function letterRoutes(deps: Deps): Router {
  const router = Router();
  const at = '/lke/:satker/:year';
  router.get(`${at}/kop/:kind`, showLetterhead(deps));
  router.post(`${at}/kop/:kind`, postLetterhead(deps));
  router.get(`${at}/surat`, showLetter(deps));
  router.post(`${at}/surat`, postLetter(deps));
  router.post(`${at}/surat/pengiriman`, postSending(deps));
  router.get(`${at}/surat/:id/cetak`, showPaper(deps, findLetterPaper));
  router.get(`${at}/surat/:id/surat.docx`, downloadPaper(deps, findLetterPaper));
  return router;
}
