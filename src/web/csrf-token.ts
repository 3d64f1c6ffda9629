import { timingSafeEqual } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { sessionOf } from './session-of.js';

const { generateToken, getTokenFromState } = csrfSync({
  getTokenFromRequest: tokenIn,
  getTokenFromState: (req) => req.session.csrfToken,
  storeTokenInState: (req, token) => {
    if (typeof token === 'string') req.session.csrfToken = token;
  },
});

/** The session's token, made on first need; "" where no session could be read. */
export function csrfTokenOf(req: Request): string {
  return sessionOf(req) === undefined ? '' : generateToken(req);
}

/** Whether the body read so far carries the session's token. */
export function hasValidToken(req: Request): boolean {
  const expected = getTokenFromState(req);
  const given = tokenIn(req);
  if (typeof expected !== 'string' || given === undefined) return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function tokenIn(req: Request): string | undefined {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined;
  return typeof body._csrf === 'string' ? body._csrf : undefined;
}
