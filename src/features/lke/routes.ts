import { Router } from 'express';
import type { Deps } from '../../web/deps.js';

export function lkeRoutes(_deps: Deps): Router {
  return Router();
}
