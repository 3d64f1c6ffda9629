import type { Session, SessionData } from 'express-session';

/** The session, or undefined where it could not even be read: an error page must do without. */
export function sessionOf(req: {
  session?: Session & Partial<SessionData>;
}): (Session & Partial<SessionData>) | undefined {
  return req.session;
}
