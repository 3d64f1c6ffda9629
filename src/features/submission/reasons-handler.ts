import type { Request, RequestHandler, Response } from 'express';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';
import { noEvidenceText as text } from '../../text/messages/submission.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { readReasonsForm, reasonField, type TypedReasons } from './form.js';
import { renderOverview } from './overview-handlers.js';
import { placeFor, stopAt, type Place } from './place.js';
import { nextHref } from './reason-handlers.js';
import { recordReason } from './record-reason.js';

/** Every reason that was typed on the page of submissions, each for itself: 303, else what was typed. */
export function postReasons(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'answer.explain');
    if (place === null) return;
    const typed = readReasonsForm(req.body, place.instrument);
    const problems = problemsOf(typed);
    if (problems.length > 0) {
      await renderOverview(deps, req, res, place, { problems, reasons: typed });
      return;
    }
    await record(deps, req, res, place, typed);
  };
}

function problemsOf(typed: TypedReasons): readonly Problem[] {
  if (typed.size === 0) return [{ field: '', code: 'no-evidence-reason-missing' }];
  return [...typed].flatMap(([code, { reason }]) =>
    isTooLong(normaliseText(reason))
      ? [{ field: reasonField('alasan', code), code: 'too-long', args: { max: MAX_LENGTH } }]
      : [],
  );
}

async function record(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: TypedReasons,
): Promise<void> {
  const { lke, user } = place;
  const actor = actorOf(req, user, 'answer.explain', lke.satker);
  const saved: IndicatorCode[] = [];
  let refused: 'closed' | 'conflict' | null = null;
  for (const [code, { reason, version }] of typed) {
    const request = { lke, code, reason: normaliseText(reason), expectedVersion: version, actor };
    const { outcome } = await recordReason(deps, request);
    if (outcome === 'recorded') saved.push(code);
    else refused = outcome;
  }
  if (refused === null) {
    setFlash(
      req,
      'done',
      saved.length === 1 ? text.saved(saved.join()) : text.several(saved.length),
    );
    res.redirect(303, await nextHref(deps, place));
    return;
  }
  stopAt(deps, req, res, { kind: refused === 'closed' ? 'closed' : 'explained' });
}
