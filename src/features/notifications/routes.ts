import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postMail, postRead, showNotifications } from './handlers.js';

/** What a person was told. */
export function notificationRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/pemberitahuan', showNotifications(deps));
  router.post('/pemberitahuan/dibaca', postRead(deps));
  router.post('/pemberitahuan/surel', postMail(deps));
  return router;
}
