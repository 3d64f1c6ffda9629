import type { Request, RequestHandler } from 'express';
import type { Store } from '../db/store.js';
import { paths } from '../paths.js';
import { expiredSessionText } from '../text/messages/common.js';
import { setFlash } from './flash.js';
import { holdForm } from './hold-form.js';
import { signedInOf } from './signed-in.js';
import { findSignedIn } from './viewer-store.js';
import { waitingFor } from './waiting-store.js';

/** Loads the person of the session, with the roles of this very moment and what waits for them. */
export function loadSignedIn(store: Store): RequestHandler {
  return async (req, res, next) => {
    const id = req.session.userId;
    const user = id === undefined ? null : await findSignedIn(store.db, id);
    res.locals['user'] = user;
    // A form that is refused is a page too, with the same counters in its head.
    if (user !== null) res.locals['waiting'] = await waitingFor(store.db, user);
    next();
  };
}

/** Sends others to the sign-in page; text typed into a form whose session ended is held for them. */
export const requireSignedIn: RequestHandler = async (req, res, next) => {
  if (signedInOf(res) !== null) {
    next();
    return;
  }
  const held = await holdForm(req, res);
  if (held.kind === 'refused') return;
  if (held.kind === 'held') setFlash(req, 'problem', expiredSessionText);
  res.redirect(303, paths.signIn(held.kind === 'held' ? held.path : returnPath(req)));
};

function returnPath(req: Request): string {
  return req.method === 'GET' ? req.originalUrl : paths.home();
}
