import type { Request } from 'express';
import { sessionOf } from './session-of.js';

/** One sentence for the next page: what was done, or what stood in the way. */
export function setFlash(req: Request, kind: 'done' | 'problem', text: string): void {
  req.session.flash = { kind, text };
}

export function takeFlash(req: Request): { kind: 'done' | 'problem'; text: string } | null {
  const flash = sessionOf(req)?.flash;
  if (flash === undefined) return null;
  delete req.session.flash;
  return flash;
}
