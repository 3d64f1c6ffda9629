import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { comparePage } from './compare-page.js';
import { frozenPage } from './frozen-page.js';
import { frozenContent, openableVersions } from './frozen-store.js';
import { placeFor, type Place } from './place.js';
import { findSubmission, type Submission } from './submission-store.js';

/** One submission with its answers and evidence as they were frozen. */
export function showFrozen(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await find(deps, req, res);
    if (found === null) return;
    const { place, submission } = found;
    const { db } = deps.store;
    const content = await frozenContent(db, submission.id);
    const openable = await openableVersions(db, submission.id);
    const page = frozenPage(place, submission, content, openable);
    deps.pages.render(req, res, 'submission/frozen', page);
  };
}

/** What changed from the submission before to this one. */
export function showComparison(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await find(deps, req, res);
    if (found === null) return;
    const { place, submission } = found;
    const { db } = deps.store;
    const previous = await findSubmission(db, place.lke.id, submission.number - 1);
    if (previous === null) {
      renderError(req, res, 404);
      return;
    }
    const before = await frozenContent(db, previous.id);
    const after = await frozenContent(db, submission.id);
    const page = comparePage(place, submission, before, after);
    deps.pages.render(req, res, 'submission/comparison', page);
  };
}

async function find(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<{ readonly place: Place; readonly submission: Submission } | null> {
  const place = await placeFor(deps, req, res, 'lke.read');
  if (place === null) return null;
  const { number = '' } = req.params as Record<string, string | undefined>;
  const wanted = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0;
  const submission = await findSubmission(deps.store.db, place.lke.id, wanted);
  if (submission !== null) return { place, submission };
  renderError(req, res, 404);
  return null;
}
