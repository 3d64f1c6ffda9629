import { Router } from 'express';
import type { Deps } from '../../web/deps.js';

export function userRoutes(_deps: Deps): Router {
  return Router();
}
