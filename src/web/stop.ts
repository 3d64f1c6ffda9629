import type { Request, Response } from 'express';
import type { Stage } from '../domain/lke/stages.js';
import { stageText } from '../text/messages/lke.js';
import { stageStops } from '../text/messages/submission.js';
import type { Deps } from './deps.js';
import { formPage } from './typed-form.js';

export interface Stop {
  readonly title: string;
  readonly text: string;
  readonly back: string | null;
  /** What was typed, to be copied. */
  readonly typed?: readonly string[];
}

/** Ends a request with 409 and the sentence that says why nothing changed. */
export function stopWith(deps: Deps, req: Request, res: Response, stop: Stop): void {
  const { title, text, back, typed = [] } = stop;
  const shown = typed.filter((one) => one.trim() !== '');
  const page = { title, status: 409, text, reference: null, back, typed: shown };
  deps.pages.render(req, res, 'error', page, 409);
}

export function stopAtStage(
  deps: Deps,
  req: Request,
  res: Response,
  stage: Stage,
  typed: readonly string[] = [],
): void {
  const { title, text } = stageStops.stage;
  stopWith(deps, req, res, { title, text: text(stageText[stage]), back: formPage(req), typed });
}
