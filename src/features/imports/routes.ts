import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postApplication, postSheet, showImport } from './preview-handlers.js';
import { postUndo, showUndo } from './undo-handlers.js';
import { postImport, showImports } from './upload-handlers.js';

/** Filled worksheets that come back into an LKE. */
export function importRoutes(deps: Deps): Router {
  const router = Router();
  const imports = '/lke/:satker/:year/impor';
  router.get(imports, showImports(deps));
  router.post(imports, postImport(deps));
  router.get(`${imports}/:id`, showImport(deps));
  router.post(`${imports}/:id/lembar`, postSheet(deps));
  router.post(`${imports}/:id/penerapan`, postApplication(deps));
  router.get(`${imports}/:id/pembatalan`, showUndo(deps));
  router.post(`${imports}/:id/pembatalan`, postUndo(deps));
  return router;
}
