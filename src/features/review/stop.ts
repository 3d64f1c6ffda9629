import type { Request, Response } from 'express';
import { stopTitle } from '../../text/messages/review.js';
import type { Deps } from '../../web/deps.js';
import { typedInto } from '../../web/typed-form.js';

export interface Stop {
  readonly status: number;
  readonly text: string;
  readonly back: string;
}

/** Ends a request with the sentence that says why nothing changed, and the way back; what was typed is shown. */
export function renderStop(
  { pages }: Pick<Deps, 'pages'>,
  req: Request,
  res: Response,
  stop: Stop,
): void {
  const page = { title: stopTitle, ...stop, reference: null, typed: typedInto(req).typed };
  pages.render(req, res, 'error', page, stop.status);
}
