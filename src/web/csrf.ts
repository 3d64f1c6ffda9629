import type { Request, RequestHandler } from 'express';
import { hasValidToken } from './csrf-token.js';
import { renderError, renderExpiredForm } from './error-page.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

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
