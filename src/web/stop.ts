import type { Request, Response } from 'express';
import type { Stage } from '../domain/lke/stages.js';
import { stageText } from '../text/messages/lke.js';
import { stageStops } from '../text/messages/submission.js';
import type { Deps } from './deps.js';
import { formPage, typedInto } from './typed-form.js';

export interface Stop {
  readonly title: string;
  readonly text: string;
  readonly back: string | null;
}

/** Ends a request with 409 and the sentence that says why nothing changed; what was typed is shown. */
export function stopWith(deps: Deps, req: Request, res: Response, stop: Stop): void {
  const page = { ...stop, status: 409, reference: null, typed: typedInto(req).typed };
  deps.pages.render(req, res, 'error', page, 409);
}

export function stopAtStage(deps: Deps, req: Request, res: Response, stage: Stage): void {
  const { title, text } = stageStops.stage;
  stopWith(deps, req, res, { title, text: text(stageText[stage]), back: formPage(req) });
}
