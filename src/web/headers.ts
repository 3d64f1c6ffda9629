import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.js';

/** Security headers of every response, errors and downloads included (quality.md, Headers). */
export function securityHeaders(config: Config): RequestHandler {
  const headers = headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          frameSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(config.https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: config.https ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  );
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** What helmet sets is the same for every response: it is asked once. */
function headersOf(set: ReturnType<typeof helmet>): readonly [string, string][] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  set(response.req, response, (error) => {
    if (error !== undefined) throw error as Error;
  });
  // Node has it on every outgoing message, its types on requests only.
  const named = response as unknown as { getRawHeaderNames(): string[] };
  return named.getRawHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}

/** Pages are private: nothing of them stays in a cache. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
