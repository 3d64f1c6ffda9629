import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { firstAdminRoutes } from './first-admin-routes.js';
import { linkRoutes } from './link-routes.js';
import { passwordRoutes } from './password-routes.js';
import { sessionRoutes } from './session-routes.js';

/** Signing in and out, passwords, one-time links: all that must answer without a signed-in person. */
export function signInRoutes(deps: Deps): Router {
  const router = Router();
  router.use(sessionRoutes(deps), passwordRoutes(deps), linkRoutes(deps), firstAdminRoutes(deps));
  return router;
}
