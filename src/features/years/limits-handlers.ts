import type { RequestHandler } from 'express';
import { paths } from '../../paths.js';
import { yearsText } from '../../text/messages/years.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { evidenceLimits } from '../evidence/store.js';
import { limitsConflict, limitsPage } from './limits-page.js';
import { parseLimits, readLimitsForm, saveLimits } from './save-limits.js';

export function showLimits(deps: Deps): RequestHandler {
  return async (req, res) => {
    const limits = await evidenceLimits(deps.store.db);
    deps.pages.render(req, res, 'years/limits', limitsPage(limits, null, []));
  };
}

export function postLimits(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, pages, clock } = deps;
    const typed = readLimitsForm(req.body);
    const parsed = parseLimits(typed);
    if (!parsed.ok) {
      const limits = await evidenceLimits(store.db);
      pages.render(req, res, 'years/limits', limitsPage(limits, typed, parsed.problems), 422);
      return;
    }
    const change = { limits: parsed.value, seen: typed.seen };
    const result = await saveLimits(store, adminActorOf(req, userOf(res)), change, clock());
    if (result.kind === 'stale') {
      renderConflict(req, res, pages, limitsConflict(result.stored, typed));
      return;
    }
    setFlash(req, 'done', yearsText.settingsSaved);
    res.redirect(303, paths.adminSettings());
  };
}
