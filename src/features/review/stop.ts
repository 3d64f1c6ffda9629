import type { Request, Response } from 'express';
import { stopTitle } from '../../text/messages/review.js';
import type { Deps } from '../../web/deps.js';

export interface Stop {
  readonly status: number;
  readonly text: string;
  readonly back: string;
  /** What was typed, to be copied. */
  readonly typed?: readonly string[];
}

/** Ends a request with the sentence that says why nothing changed, and the way back. */
export function renderStop(
  { pages }: Pick<Deps, 'pages'>,
  req: Request,
  res: Response,
  { status, text, back, typed = [] }: Stop,
): void {
  const page = { title: stopTitle, status, text, reference: null, back, typed };
  pages.render(req, res, 'error', page, status);
}
