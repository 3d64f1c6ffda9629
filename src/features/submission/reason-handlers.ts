import type { RequestHandler } from 'express';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { noEvidenceText } from '../../text/messages/submission.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { parseReason, readReasonForm, reasonField } from './form.js';
import { placeFor, stopAt, type Place } from './place.js';
import { readReadiness } from './read-readiness.js';
import { reasonPage } from './reason-page.js';
import { recordReason } from './record-reason.js';

/** POST: why an answer has no evidence, which the lead says; back to where the form stood. */
export function postReason(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'answer.explain');
    if (place === null) return;
    const { lke, user, instrument } = place;
    const { code: raw = '' } = req.params as Record<string, string | undefined>;
    const indicator = instrument.byCode.get(raw as IndicatorCode);
    if (indicator === undefined) {
      renderError(req, res, 404);
      return;
    }
    const typed = readReasonForm(req.body);
    const parsed = parseReason(typed);
    if (!parsed.ok) {
      const page = reasonPage(place, indicator, typed, parsed.problems);
      deps.pages.render(req, res, 'submission/reason', page, 422);
      return;
    }
    const { code } = indicator;
    const actor = actorOf(req, user, 'answer.explain', lke.satker);
    const reason = parsed.value;
    const request = { lke, code, reason, expectedVersion: typed.version, actor };
    const recorded = await recordReason(deps, request);
    const at = [lke.satker.code, lke.year] as const;
    if (recorded.outcome === 'closed') {
      stopAt(deps, req, res, { kind: 'closed' });
    } else if (recorded.outcome === 'conflict') {
      renderConflict(req, res, deps.pages, {
        subject: noEvidenceText.conflictSubject(code),
        rows: [{ label: noEvidenceText.label, stored: recorded.stored, typed: reason }],
        action: paths.noEvidenceReason(...at, code),
        fields: {
          reason,
          version: String(recorded.version),
          from: typed.fromOverview ? 'pengajuan' : '',
        },
        backHref: paths.answer(...at, code),
      });
    } else {
      const { saved, cleared } = noEvidenceText;
      setFlash(req, 'done', reason === '' ? cleared(code) : saved(code));
      res.redirect(303, typed.fromOverview ? await nextHref(deps, place) : answerHref(at, code));
    }
  };
}

/** Back in the list, at the next answer that nothing shows or explains. */
export async function nextHref(deps: Deps, { lke }: Place): Promise<string> {
  const { readiness } = await readReadiness(deps.store.db, deps, lke);
  const [next] = readiness.unproven;
  const at = next === undefined ? 'syarat' : reasonField('alasan', next);
  return `${paths.submission(lke.satker.code, lke.year)}#${at}`;
}

function answerHref(at: readonly [string, number], code: string): string {
  return `${paths.answer(...at, code)}#bukti`;
}
