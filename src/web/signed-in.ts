import type { Request, RequestHandler, Response } from 'express';
import { paths } from '../paths.js';
import { expiredSessionText } from '../text/messages/common.js';
import { setFlash } from './flash.js';
import { holdForm } from './held-form.js';
import type { Store } from '../db/store.js';
import { findSignedIn, type SignedIn } from './viewer-store.js';

/** Loads the person of the session, with the roles of this very moment. */
export function loadSignedIn(store: Store): RequestHandler {
  return async (req, res, next) => {
    const id = req.session.userId;
    res.locals['user'] = id === undefined ? null : await findSignedIn(store.db, id);
    next();
  };
}

export function signedInOf(res: Response): SignedIn | null {
  return (res.locals['user'] as SignedIn | null | undefined) ?? null;
}

/** The person of a page that only signed-in people reach. */
export function userOf(res: Response): SignedIn {
  const user = signedInOf(res);
  if (user === null) throw new Error('a page behind requireSignedIn has no user');
  return user;
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
