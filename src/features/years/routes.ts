import { Router } from 'express';
import type { Deps } from '../../web/deps.js';

export function yearRoutes(_deps: Deps): Router {
  return Router();
}
