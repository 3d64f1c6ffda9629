import type { Response } from 'express';
import type { SignedIn } from './viewer-store.js';

export function signedInOf(res: Response): SignedIn | null {
  return (res.locals['user'] as SignedIn | null | undefined) ?? null;
}

/** The person of a page that only signed-in people reach. */
export function userOf(res: Response): SignedIn {
  const user = signedInOf(res);
  if (user === null) throw new Error('a page behind requireSignedIn has no user');
  return user;
}
