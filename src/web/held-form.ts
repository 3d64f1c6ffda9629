import type { Request } from 'express';
import { sessionOf } from './session-of.js';

/** The held text for this page and person; it is handed out once. */
export function takeHeldForm(
  req: Request,
  userId: number | null,
): Readonly<Record<string, string>> | null {
  const held = sessionOf(req)?.heldForm;
  if (held === undefined || userId === null) return null;
  if (held.userId !== userId) {
    delete req.session.heldForm;
    return null;
  }
  if (held.path !== req.path) return null;
  delete req.session.heldForm;
  return held.fields;
}
