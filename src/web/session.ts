import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Config } from '../config.js';
import type { SessionStore } from './session-store.js';

/**
 * One cookie; `__Host-` where the product is reached by HTTPS. Whether it is, Express decides: only
 * the proxy that TRUST_PROXY names is believed.
 */
export function sessions(config: Config, store: SessionStore, secret: string): RequestHandler {
  return session({
    name: config.https ? '__Host-zi' : 'zi',
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.https, path: '/' },
  });
}
