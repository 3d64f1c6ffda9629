import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postDraft, postRemoval, showDraft, showRemoval } from './draft-handlers.js';
import { postWordingFile, showWording } from './upload-handlers.js';
import { ofYear, type WordingHandler } from './year-handler.js';

/** The official wording of a year: the administrator loads, replaces and removes it. */
export function wordingRoutes(deps: Deps): Router {
  const router = Router();
  const of = (handler: (deps: Deps) => WordingHandler) => ofYear(deps, handler(deps));
  router.get('/admin/tahun/:year/naskah', of(showWording));
  router.post('/admin/tahun/:year/naskah', of(postWordingFile));
  router.get('/admin/tahun/:year/naskah/pratinjau/:id', of(showDraft));
  router.post('/admin/tahun/:year/naskah/pratinjau/:id', of(postDraft));
  router.get('/admin/tahun/:year/naskah/penghapusan', of(showRemoval));
  router.post('/admin/tahun/:year/naskah/penghapusan', of(postRemoval));
  return router;
}
