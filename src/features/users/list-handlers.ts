import type { RequestHandler } from 'express';
import { usersText } from '../../text/messages/users.js';
import { adminActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { userOf } from '../../web/signed-in.js';
import { createUser } from './create-user.js';
import { EMPTY_USER, parseUser, readUser } from './form.js';
import { userLinkPage } from './link-page.js';
import { userListPage } from './list-page.js';
import { newUserPage } from './new-user-page.js';
import { allPlaces } from './store.js';

export function showList(deps: Deps): RequestHandler {
  return async (req, res) => {
    deps.pages.render(req, res, 'users/list', await userListPage(deps.store.db, req.query));
  };
}

export function showNew(deps: Deps): RequestHandler {
  return async (req, res) => {
    const page = newUserPage(EMPTY_USER, await allPlaces(deps.store.db));
    deps.pages.render(req, res, 'users/new', page);
  };
}

/** The invitation is in the answer itself: it must not be stored, not even for one redirect. */
export function postNew(deps: Deps): RequestHandler {
  return async (req, res) => {
    const typed = readUser(req.body);
    const places = await allPlaces(deps.store.db);
    const form = parseUser(typed, places);
    const created = form.ok
      ? await createUser(deps, adminActorOf(req, userOf(res)), form.value)
      : form;
    if (!created.ok) {
      const page = newUserPage(typed, places, created.problems);
      deps.pages.render(req, res, 'users/new', page, 422);
      return;
    }
    const { id, account, invitation } = created.value;
    const done = usersText.created(account.name);
    const page = userLinkPage(deps.config.publicUrl, { id, ...account }, invitation, done);
    deps.pages.render(req, res, 'users/link', page);
  };
}
