import type { Request, RequestHandler, Response } from 'express';
import { openYears } from '../../db/open-years.js';
import { paths } from '../../paths.js';
import { feedText } from '../../text/messages/feed.js';
import { adminActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { tokenPage, tokenRevocationPage } from './admin-page.js';
import { makeToken, revokeToken } from './change-token.js';
import { parseToken, readTokenForm } from './form.js';
import { renderAdmin } from './settings-handlers.js';
import { feedTokens, type FeedToken } from './token-store.js';

/** The token is shown on the page that answers, and never again. */
export function postToken(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, pages, clock } = deps;
    const typed = readTokenForm(req.body);
    const parsed = parseToken(typed, await openYears(store.db));
    if (!parsed.ok) {
      await renderAdmin(deps, req, res, { token: typed }, parsed.problems);
      return;
    }
    const actor = adminActorOf(req, userOf(res));
    const token = await makeToken(store, actor, parsed.value, clock());
    if (token !== null) {
      pages.render(req, res, 'feed/token', tokenPage(parsed.value.name, token));
      return;
    }
    setFlash(req, 'problem', feedText.tokenAgain);
    res.redirect(303, paths.adminFeed());
  };
}

export function showTokenRevocation(deps: Deps): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const token = await tokenAt(deps, req, res);
    if (token === null) return;
    if (token.revokedAt === null) {
      deps.pages.render(req, res, 'feed/revocation', tokenRevocationPage(token));
    } else res.redirect(303, paths.adminFeed());
  };
}

export function postTokenRevocation(deps: Deps): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const token = await tokenAt(deps, req, res);
    if (token === null) return;
    await revokeToken(deps.store, adminActorOf(req, userOf(res)), token.id, deps.clock());
    setFlash(req, 'done', feedText.revoked(token.name));
    res.redirect(303, paths.adminFeed());
  };
}

async function tokenAt(
  deps: Deps,
  req: Request<{ id: string }>,
  res: Response,
): Promise<FeedToken | null> {
  const tokens = await feedTokens(deps.store.db);
  const token = tokens.find(({ id }) => String(id) === req.params.id);
  if (token === undefined) renderError(req, res, 404);
  return token ?? null;
}
