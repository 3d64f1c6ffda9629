import type { RequestHandler } from 'express';
import { reaches } from '../../domain/access/roles.js';
import { isOpenForTier } from '../../domain/lke/assessment.js';
import { CONFIRMING_ROLES } from '../../domain/lke/confirmation.js';
import { nextUnanswered, workingOrder } from '../../domain/scoring/next-unanswered.js';
import { paths } from '../../paths.js';
import { stageText } from '../../text/messages/lke.js';
import { confirmText, reviewText, tierName } from '../../text/messages/review.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { actNow } from './act-now.js';
import { basisOf } from './basis.js';
import { reportWritten } from './confirmation-store.js';
import { roundOf } from '../submission/store.js';
import { tierDue } from './tier-due.js';
import { confirmTier, type Confirmed } from './confirm-tier.js';
import { confirmationBasis } from './confirmations.js';
import { textOf } from './form.js';
import { tierPlaceOf } from './place.js';
import { renderStop } from './stop.js';
import { readTierFacts, readTierWork, type TierFacts } from './review-facts.js';
import { confirmationsOf, lastAssessedBy } from './store.js';
import { TIER_FILTERS, tierPage } from './tier-page.js';

/** One tier of one LKE: how far it is, area by area, and the indicators of one area. */
export function showTier(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await tierPlaceOf(deps, req, res, 'read');
    if (place === null) return;
    const { area: key, saring } = req.query;
    const { areas } = place.instrument;
    const area = key === undefined ? areas[0] : areas.find((one) => one.key === key);
    if (area === undefined) {
      renderError(req, res, 404);
      return;
    }
    const facts = await readTierFacts(deps, place);
    const { db } = deps.store;
    const shown = {
      area,
      filter: TIER_FILTERS.find((one) => one === saring) ?? '',
      ruleset: deps.instruments.ruleset(place.lke.rulesetId),
      due: await tierDue(deps, facts),
      confirmations: await confirmationsOf(db, place.lke.id, place.tier),
      written: await reportWritten(db, place.lke.id, await roundOf(db, place.lke.id)),
      basis: await confirmationBasis(db, place.lke.id, basisOf(facts.work)),
      act:
        facts.barredBy === null ? await actNow(db, place.user, place.lke, isComplete(facts)) : null,
    };
    deps.pages.render(req, res, 'review/tier', tierPage(facts, shown));
  };
}

/** Of the tier whose stage it is; what stands at another tells nothing of it. */
function isComplete({ lke, tier, work }: TierFacts): boolean {
  return isOpenForTier(lke.stage, tier) && work.score.answered === work.score.of;
}

/** On to the first unassessed indicator behind the one this person assessed last. */
export function resumeTier(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await tierPlaceOf(deps, req, res, 'read');
    if (place === null) return;
    const { lke, tier, instrument, user } = place;
    const at = [lke.satker.code, lke.year, tier] as const;
    const { score } = await readTierWork(deps, lke, tier);
    const last = await lastAssessedBy(deps.store.db, lke.id, tier, user.userId);
    const next = nextUnanswered(workingOrder(instrument), score, () => true, last);
    if (next === null) setFlash(req, 'done', reviewText.allAssessed(tierName(tier)));
    res.redirect(303, next === null ? paths.review(...at) : paths.reviewAnswer(...at, next.code));
  };
}

/** Ketua tim or dalnis confirms what the tier found. */
export function postConfirmation(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await tierPlaceOf(deps, req, res, 'confirm');
    if (place === null) return;
    const { lke, tier, user } = place;
    const typed = textOf(req.body, 'role');
    const held = CONFIRMING_ROLES.filter((role) =>
      user.grants.some((grant) => grant.role === role && reaches(grant, lke.satker)),
    );
    const role = typed === '' ? held[0] : CONFIRMING_ROLES.find((one) => one === typed);
    if (role === undefined) {
      renderError(req, res, 400);
      return;
    }
    const actor = actorOf(req, user, 'assessment.confirm', lke.satker);
    const basis = textOf(req.body, 'basis');
    const confirmed = await confirmTier(deps, { lke, tier, role, basis, actor });
    const back = paths.review(lke.satker.code, lke.year, tier);
    const refusal = refusalOf(confirmed);
    if (refusal !== null) {
      renderStop(deps, req, res, { ...refusal, back });
      return;
    }
    setFlash(req, 'done', confirmText.done);
    res.redirect(303, back);
  };
}

function refusalOf(confirmed: Confirmed): { status: number; text: string } | null {
  switch (confirmed.outcome) {
    case 'confirmed':
    case 'already':
      return null;
    case 'closed':
      return { status: 409, text: confirmText.closed(stageText[confirmed.stage]) };
    case 'incomplete':
      return { status: 409, text: confirmText.incomplete(confirmed.missing) };
    case 'changed':
      return { status: 409, text: confirmText.changed };
    case 'same-person':
      return { status: 409, text: confirmText.samePerson };
    case 'forbidden':
      return { status: 403, text: confirmText.forbidden };
  }
}
