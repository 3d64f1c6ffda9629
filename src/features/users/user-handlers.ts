import type { Request, RequestHandler, Response } from 'express';
import { paths } from '../../paths.js';
import { usersText } from '../../text/messages/users.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { partsOf } from '../../web/tier-store.js';
import { userOf } from '../../web/signed-in.js';
import type { Change } from './change.js';
import { disableUser, enableUser, makeLink } from './change-access.js';
import { addRoles, removeRole } from './change-roles.js';
import { editUser } from './edit-user.js';
import { parseDetails, parseGrants, readDetails, readGrants, readVersion } from './form.js';
import { userLinkPage } from './link-page.js';
import { allPlaces, findUser, type UserAccount } from './store.js';
import { userPage, type UserView } from './user-page.js';

type UserHandler = RequestHandler<{ id: string }>;

export function showUser(deps: Deps): UserHandler {
  return withUser(deps, (req, res, user) => show(deps, req, res, { user }, 200));
}

export function postDetails(deps: Deps): UserHandler {
  return withUser(deps, async (req, res, user) => {
    const details = readDetails(req.body);
    const form = parseDetails(details);
    const edit = form.ok
      ? await editUser(deps, adminActorOf(req, userOf(res)), {
          id: user.id,
          version: details.version,
          details: form.value,
        })
      : ({ kind: 'refused', problems: form.problems } as const);
    if (edit.kind === 'stale') {
      renderConflict(req, res, deps.pages, detailsConflict(edit.stored, details));
    } else await answer(deps, req, res, edit, { user, details }, usersText.saved);
  });
}

export function postRoles(deps: Deps): UserHandler {
  return withUser(deps, async (req, res, user) => {
    const typedGrants = readGrants(req.body);
    const places = await allPlaces(deps.store.db);
    const form = parseGrants(typedGrants, places);
    const target = { id: user.id, version: typedGrants.version };
    const change = form.ok
      ? await addRoles(deps, adminActorOf(req, userOf(res)), target, form.value)
      : ({ kind: 'refused', problems: form.problems } as const);
    await answer(deps, req, res, change, { user, typedGrants }, usersText.rolesAdded);
  });
}

export function postRoleRemoval(deps: Deps): RequestHandler<{ id: string; role: string }> {
  return withUser(deps, async (req, res, user) => {
    const target = { id: user.id, version: readVersion(req.body) };
    const grantId = idOf(req.params.role);
    const actor = adminActorOf(req, userOf(res));
    const change = await removeRole(deps, actor, target, grantId);
    await answer(deps, req, res, change, { user }, usersText.roleRemoved);
  });
}

export function postDisabling(deps: Deps): UserHandler {
  return withUser(deps, async (req, res, user) => {
    const target = { id: user.id, version: readVersion(req.body) };
    const change = await disableUser(deps, adminActorOf(req, userOf(res)), target);
    await answer(deps, req, res, change, { user }, usersText.disabled);
  });
}

export function postEnabling(deps: Deps): UserHandler {
  return withUser(deps, async (req, res, user) => {
    const target = { id: user.id, version: readVersion(req.body) };
    const change = await enableUser(deps, adminActorOf(req, userOf(res)), target);
    await answer(deps, req, res, change, { user }, usersText.enabled);
  });
}

/** The link is in the answer itself: it must not be stored, not even for one redirect. */
export function postLink(deps: Deps): UserHandler {
  return withUser(deps, async (req, res, user) => {
    const made = await makeLink(deps, adminActorOf(req, userOf(res)), user.id);
    if (made.kind === 'missing') renderError(req, res, 404);
    else if (made.kind === 'disabled') {
      const problems = [{ field: '', code: 'user-disabled' }];
      await show(deps, req, res, { user, problems }, 422);
    } else {
      const page = userLinkPage(deps.config.publicUrl, user, made.token);
      deps.pages.render(req, res, 'users/link', page);
    }
  });
}

function withUser<Params extends Record<string, string> & { id: string }>(
  deps: Deps,
  handle: (req: Request<Params>, res: Response, user: UserAccount) => Promise<void>,
): RequestHandler<Params> {
  return async (req, res) => {
    const user = await findUser(deps.store.db, idOf(req.params.id));
    if (user === null) renderError(req, res, 404);
    else await handle(req, res, user);
  };
}

/** What became of a change, as a page: back to the person, or the same page with what to do. */
async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  change: Change,
  view: Omit<UserView, 'places' | 'viewerId' | 'parts'>,
  done: string,
): Promise<void> {
  switch (change.kind) {
    case 'done':
      setFlash(req, 'done', done);
      res.redirect(303, paths.adminUser(view.user.id));
      return;
    case 'unchanged':
      res.redirect(303, paths.adminUser(view.user.id));
      return;
    case 'missing':
      renderError(req, res, 404);
      return;
    case 'refused':
      await show(deps, req, res, { ...view, problems: change.problems }, 422);
      return;
    case 'stale': {
      const problems = [{ field: '', code: 'stale-user' }];
      await show(deps, req, res, { ...view, user: change.stored, problems }, 409);
      return;
    }
  }
}

async function show(
  deps: Deps,
  req: Request,
  res: Response,
  view: Omit<UserView, 'places' | 'viewerId' | 'parts'>,
  status: number,
): Promise<void> {
  const places = await allPlaces(deps.store.db);
  const parts = await partsOf(deps.store.db, view.user.id);
  const page = userPage({ ...view, places, parts, viewerId: userOf(res).userId });
  deps.pages.render(req, res, 'users/user', page, status);
}

function detailsConflict(stored: UserAccount, typed: { name: string; email: string }) {
  const { name, email } = typed;
  const version = String(stored.version);
  return {
    subject: stored.name,
    rows: [
      { label: usersText.labels.name, stored: stored.name, typed: name },
      { label: usersText.labels.email, stored: stored.email ?? '', typed: email },
    ],
    action: paths.adminUser(stored.id),
    fields: { name, email, version },
    backHref: paths.adminUser(stored.id),
  };
}

/** A number of the address; 0, which nobody has, for anything else. */
function idOf(text: string): number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
}
