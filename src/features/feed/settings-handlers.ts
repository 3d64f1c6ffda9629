import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { openYears } from '../../db/open-years.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { feedText } from '../../text/messages/feed.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { adminPage, settingsConflict, type AdminTyped } from './admin-page.js';
import { parseSettings, readSettingsForm } from './form.js';
import { saveFeedSettings } from './save-settings.js';
import { readFeedSettings } from './settings-store.js';
import { feedTokens } from './token-store.js';

export function showAdmin(deps: Deps): RequestHandler {
  return (req, res) => renderAdmin(deps, req, res);
}

export function postSettings(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, pages, clock } = deps;
    const typed = readSettingsForm(req.body);
    const parsed = parseSettings(typed, await openYears(store.db));
    if (!parsed.ok) {
      await renderAdmin(deps, req, res, { settings: typed }, parsed.problems);
      return;
    }
    const change = { settings: parsed.value, seen: typed.seen };
    const actor = adminActorOf(req, userOf(res));
    const result = await saveFeedSettings(store, actor, change, clock());
    if (result.kind === 'stale') {
      renderConflict(req, res, pages, settingsConflict(result.stored, typed));
      return;
    }
    setFlash(req, 'done', feedText.saved);
    res.redirect(303, paths.adminFeed());
  };
}

export async function renderAdmin(
  deps: Deps,
  req: Request,
  res: Response,
  typed: AdminTyped = {},
  problems: readonly Problem[] = [],
): Promise<void> {
  const { db } = deps.store;
  const facts = {
    settings: await readFeedSettings(db),
    years: await openYears(db),
    tokens: await feedTokens(db),
    publicUrl: deps.config.publicUrl,
    formKey: randomUUID(),
  };
  const status = problems.length > 0 ? 422 : 200;
  deps.pages.render(req, res, 'feed/admin', adminPage(facts, typed, problems), status);
}
