import { Router } from 'express';
import { decideGeneral } from '../../domain/access/decide.js';
import { renderError } from '../../web/error-page.js';
import type { Deps } from '../../web/deps.js';
import { userOf } from '../../web/signed-in.js';
import { postImport, showImport } from './import-handlers.js';
import { postNew, showList, showNew } from './list-handlers.js';
import {
  postDetails,
  postDisabling,
  postEnabling,
  postLink,
  postRoleRemoval,
  postRoles,
  showUser,
} from './user-handlers.js';

/** People, their roles and access: the administrator's alone. */
export function userRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/admin/pengguna', (req, res, next) => {
    if (decideGeneral(userOf(res), 'user.manage') === 'allowed') next();
    else renderError(req, res, 403);
  });
  router.get('/admin/pengguna', showList(deps));
  router.get('/admin/pengguna/baru', showNew(deps));
  router.post('/admin/pengguna/baru', postNew(deps));
  router.get('/admin/pengguna/impor', showImport(deps));
  router.post('/admin/pengguna/impor', postImport(deps));
  router.get('/admin/pengguna/:id', showUser(deps));
  router.post('/admin/pengguna/:id', postDetails(deps));
  router.post('/admin/pengguna/:id/peran', postRoles(deps));
  router.post('/admin/pengguna/:id/peran/:role/pencabutan', postRoleRemoval(deps));
  router.post('/admin/pengguna/:id/tautan', postLink(deps));
  router.post('/admin/pengguna/:id/penonaktifan', postDisabling(deps));
  router.post('/admin/pengguna/:id/pengaktifan', postEnabling(deps));
  return router;
}
