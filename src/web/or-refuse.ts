import type { Request, Response } from 'express';
import type { Decision } from '../domain/access/decide.js';
import { renderError } from './error-page.js';

type Denied = { readonly decision: Exclude<Decision, 'allowed'> };

/**
 * What was found through the person who asks, or null where the refusal is made already: 404 for
 * what is invisible to them (as for what does not exist), 403 where only the action is not theirs.
 */
export function orRefuse<Found extends { readonly decision: 'allowed' }>(
  req: Request,
  res: Response,
  found: Found | Denied,
): Found | null {
  if (found.decision === 'allowed') return found;
  renderError(req, res, found.decision === 'invisible' ? 404 : 403);
  return null;
}
