import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { downloadList, downloadPaper, showLetter, showPaper } from './letter-handlers.js';
import { postProposal, showNewest, showProposals } from './list-handlers.js';
import { centreOnly } from './place.js';
import { postSignatory, showSignatory } from './signatory-handlers.js';
import { postStatement, showStatement } from './statement-handlers.js';
import { postRequirements, showRequirements } from './requirement-handlers.js';
import { instansiHandler, satkerHandler } from './requirement-handlers.js';

/** What the centre proposes to TPN: the list, the one letter, and what nomination requires. */
export function proposalRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/pengusulan', centreOnly);
  router.get('/pengusulan', showNewest(deps));
  router.get('/pengusulan/kop', showSignatory(deps));
  router.post('/pengusulan/kop', postSignatory(deps));
  router.get('/pengusulan/:year', showProposals(deps));
  router.post('/pengusulan/:year', postProposal(deps));
  const letter = '/pengusulan/:year/surat/:letter';
  router.get(letter, showLetter(deps));
  router.get(`${letter}/lampiran`, showPaper(deps, 'lampiran'));
  router.get(`${letter}/lampiran.docx`, downloadPaper(deps, 'lampiran'));
  router.get(`${letter}/lampiran.xlsx`, downloadList(deps));
  router.get(`${letter}/pernyataan`, showPaper(deps, 'pernyataan'));
  router.get(`${letter}/pernyataan.docx`, downloadPaper(deps, 'pernyataan'));
  const instansi = '/admin/tahun/:year/syarat';
  router.get(instansi, instansiHandler(deps, showRequirements));
  router.post(instansi, instansiHandler(deps, postRequirements));
  const statement = '/admin/tahun/:year/pernyataan';
  router.get(statement, showStatement(deps));
  router.post(statement, postStatement(deps));
  const satker = '/lke/:satker/:year/syarat';
  router.get(satker, satkerHandler(deps, showRequirements));
  router.post(satker, satkerHandler(deps, postRequirements));
  return router;
}
