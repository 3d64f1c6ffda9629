import type { RequestHandler } from 'express';
import { paths } from '../../paths.js';
import { satkerText } from '../../text/messages/satker.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { satkerConflict } from './conflicts.js';
import { editSatker } from './edit-satker.js';
import { parseSatker, readSatkerForm } from './form.js';
import { satkerListPage } from './list-page.js';
import { satkerPage } from './satker-page.js';
import { findSatker, predikatOf } from './store.js';

type CodeHandler = RequestHandler<{ code: string }>;

export function showList(deps: Deps): RequestHandler {
  return async (req, res) => {
    const page = await satkerListPage(deps.store.db, req.query);
    deps.pages.render(req, res, 'satker/list', page);
  };
}

export function showSatker(deps: Deps): CodeHandler {
  return async (req, res) => {
    const satker = await findSatker(deps.store.db, req.params.code);
    if (satker === null) {
      renderError(req, res, 404);
      return;
    }
    const register = await predikatOf(deps.store.db, satker.code);
    deps.pages.render(req, res, 'satker/satker', satkerPage(satker, register));
  };
}

export function postSatker(deps: Deps): CodeHandler {
  return async (req, res) => {
    const { store, pages } = deps;
    const satker = await findSatker(store.db, req.params.code);
    if (satker === null) {
      renderError(req, res, 404);
      return;
    }
    const typed = readSatkerForm(req.body);
    const parsed = parseSatker(typed);
    const result = parsed.ok
      ? await editSatker(
          store,
          adminActorOf(req, userOf(res)),
          { code: satker.code, details: parsed.value, version: typed.version },
          deps.clock(),
        )
      : ({ kind: 'refused', problems: parsed.problems } as const);
    if (result.kind === 'missing') renderError(req, res, 404);
    else if (result.kind === 'stale') {
      renderConflict(req, res, pages, satkerConflict(result.stored, typed));
    } else if (result.kind === 'refused') {
      const register = await predikatOf(store.db, satker.code);
      const page = satkerPage(satker, register, { satker: typed }, result.problems);
      pages.render(req, res, 'satker/satker', page, 422);
    } else {
      setFlash(req, 'done', satkerText.saved(parsed.ok ? parsed.value.name : satker.name));
      res.redirect(303, paths.adminSatkerOne(satker.code));
    }
  };
}
