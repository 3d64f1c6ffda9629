import type { Request, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { stageText } from '../../text/messages/lke.js';
import { noteText as text } from '../../text/messages/review.js';
import { isTooLong, MAX_LENGTH } from '../../text/normalise.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import type { Noted } from './note-actions.js';
import { renderStop } from './stop.js';

/** Why a text cannot be sent, or null. */
export function noteProblem(typed: string, field: string): Problem | null {
  if (typed === '') return { field, code: 'note-empty' };
  if (isTooLong(typed)) return { field, code: 'too-long', args: { max: MAX_LENGTH } };
  return null;
}

interface NoteWords {
  readonly done: string;
  readonly locked: (stage: string) => string;
}

/** 303 where it is done or was already, else the sentence that says why not. */
export function answerNote(
  deps: Pick<Deps, 'pages'>,
  req: Request,
  res: Response,
  noted: Noted,
  back: string,
  words: Partial<NoteWords>,
): void {
  const { done = text.sent, locked = text.lockedReviewer } = words;
  switch (noted.outcome) {
    case 'done':
      setFlash(req, 'done', done);
      res.redirect(303, back);
      return;
    case 'unchanged':
      res.redirect(303, back);
      return;
    case 'missing':
      renderError(req, res, 404);
      return;
    case 'forbidden':
      renderStop(deps, req, res, { status: 403, text: text.forbidden, back });
      return;
    case 'changed':
      renderStop(deps, req, res, { status: 409, text: text.changed, back });
      return;
    case 'closed': {
      const why = locked(stageText[noted.stage]);
      renderStop(deps, req, res, { status: 409, text: why, back });
    }
  }
}
