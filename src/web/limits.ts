import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { renderError } from './error-page.js';

/** Requests per minute of one signed-in person, or of one address where nobody is signed in. */
export function requestLimit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (req) =>
      req.session.userId === undefined
        ? `address:${ipKeyGenerator(req.ip ?? '')}`
        : `user:${req.session.userId}`,
    handler: (req, res) => renderError(req, res, 429),
  });
}

/** Requests per minute of one address, where there is no session to tell people apart. */
export function addressLimit(
  perMinute: number,
  refuse: RequestHandler = (req, res) => renderError(req, res, 429),
): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (req) => `address:${ipKeyGenerator(req.ip ?? '')}`,
    handler: refuse,
  });
}

/** One value per name: `a=1&a=2` arrives as an array and is refused, in query and body alike. */
export const singleValues: RequestHandler = (req, res, next) => {
  const repeated = [req.query as unknown, req.body as unknown].some(hasList);
  if (repeated) renderError(req, res, 400);
  else next();
};

function hasList(values: unknown): boolean {
  return typeof values === 'object' && values !== null && Object.values(values).some(Array.isArray);
}
