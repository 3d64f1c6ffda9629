import { Router } from 'express';
import type { Deps } from '../../web/deps.js';
import { postInvite, showTeam } from './handlers.js';
import {
  postDuties,
  postMemberLink,
  postRemoval,
  showMember,
  showRemoval,
} from './member-handlers.js';

/** A satker's own team, in the hands of its lead. */
export function teamRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/tim/:satker', showTeam(deps));
  router.post('/tim/:satker/undangan', postInvite(deps));
  router.get('/tim/:satker/anggota/:user', showMember(deps));
  router.post('/tim/:satker/anggota/:user', postDuties(deps));
  router.post('/tim/:satker/anggota/:user/tautan', postMemberLink(deps));
  router.get('/tim/:satker/anggota/:user/pelepasan', showRemoval(deps));
  router.post('/tim/:satker/anggota/:user/pelepasan', postRemoval(deps));
  return router;
}
