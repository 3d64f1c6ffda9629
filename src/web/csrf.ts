import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { renderError, renderExpiredForm } from './error-page.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const { generateToken, getTokenFromState } = csrfSync({
  getTokenFromRequest: tokenIn,
  getTokenFromState: (req) => req.session.csrfToken,
  storeTokenInState: (req, token) => {
    if (typeof token === 'string') req.session.csrfToken = token;
  },
});

/** The session's token, made on first need. */
export function csrfTokenOf(req: Request): string {
  return generateToken(req);
}

/** Whether the body read so far carries the session's token. */
export function hasValidToken(req: Request): boolean {
  const expected = getTokenFromState(req);
  const given = tokenIn(req);
  if (typeof expected !== 'string' || given === undefined) return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Every request that can change something must come from our own pages and carry the session's
 * token. Multipart bodies are accepted on upload addresses only; there the reader of the upload
 * checks the token, which stands before the first file, before a byte is stored.
 */
export function csrfGuard(isUploadPath: (path: string) => boolean): RequestHandler {
  return (req, res, next) => {
    if (SAFE.has(req.method)) {
      next();
      return;
    }
    if (!comesFromUs(req)) {
      renderError(req, res, 403);
      return;
    }
    if (req.is('multipart/form-data')) {
      if (isUploadPath(req.path)) next();
      else renderError(req, res, 415);
      return;
    }
    if (hasValidToken(req)) next();
    else renderExpiredForm(req, res);
  };
}

/** Sec-Fetch-Site where the browser sends it, else Origin; neither (an old client) is left to the token. */
function comesFromUs(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = req.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('host');
}

function tokenIn(req: Request): string | undefined {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined;
  return typeof body._csrf === 'string' ? body._csrf : undefined;
}
