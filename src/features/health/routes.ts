import { Router } from 'express';
import { isWritable } from '../../db/health.js';
import type { Deps } from '../../web/deps.js';

/** GET /sehat: 200 when database, data folder and evidence can be written, 503 otherwise. */
export function healthRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/sehat', async (_req, res) => {
    const { store, config, blobs } = deps;
    const { writable, schema } = await isWritable(store, config.dataFolder, blobs);
    res
      .status(writable ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: writable ? 'sehat' : 'terganggu', version: deps.version, schema });
  });
  return router;
}
