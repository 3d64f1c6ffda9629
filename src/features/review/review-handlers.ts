import type { Request, RequestHandler, Response } from 'express';
import { nextUnanswered, workingOrder } from '../../domain/scoring/next-unanswered.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { formatInstant } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { normaliseText } from '../../text/normalise.js';
import {
  reviewClosedText,
  reviewConflictText,
  reviewText as text,
  tierName,
} from '../../text/messages/review.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { takeHeldForm } from '../../web/held-form.js';
import { withQuery } from '../../web/pager.js';
import { isSealed, sealed } from '../../web/sealed-query.js';
import type { WantedAssessment } from './assess-facts.js';
import {
  parseReview,
  readReviewForm,
  textOf,
  typedAssessment,
  type TypedAssessment,
} from './form.js';
import { noteAction, openThread } from './note-actions.js';
import { answerNote, noteProblem } from './note-answer.js';
import { indicatorPlaceOf, type IndicatorPlace } from './place.js';
import { recordAssessments, type Assessed } from './record-assessment.js';
import { readReviewFacts, readTierWork, type ReviewFacts } from './review-facts.js';
import { reviewPage, type ReviewShown } from './review-page.js';

/** One indicator as the satker claims it and as this tier assesses it, side by side. */
export function showReview(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await indicatorPlaceOf(deps, req, res, 'read');
    if (place === null) return;
    const facts = await readReviewFacts(deps, place);
    const held = takeHeldForm(req, place.user.userId);
    const typed = held === null ? stored(facts) : readReviewForm(place.indicator, held);
    render(deps, req, res, facts, { typed, notice: noticeOf(req, facts) });
  };
}

/** A note for the satker about the indicator of the page. */
export function postNote(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await indicatorPlaceOf(deps, req, res, 'note');
    if (place === null) return;
    const { lke, tier, indicator, user } = place;
    const typed = textOf(req.body, 'catatan-baru');
    const text = normaliseText(typed);
    const problem = noteProblem(text, 'catatan-baru');
    if (problem !== null) {
      const facts = await readReviewFacts(deps, place);
      const shown = { typed: stored(facts), problems: [problem], note: typed };
      render(deps, req, res, facts, shown, 422);
      return;
    }
    const action = noteAction(user, lke.satker, tier) ?? 'review.read';
    const actor = actorOf(req, user, action, lke.satker);
    const noted = await openThread(deps, { lke, tier, code: indicator.code, text, actor });
    const back = paths.reviewAnswer(lke.satker.code, lke.year, tier, indicator.code);
    answerNote(deps, req, res, noted, back, {});
  };
}

/** Saves it: 303 on, 422 with what was typed, 409 with both texts or where the door is closed. */
export function postReview(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await indicatorPlaceOf(deps, req, res, 'assess');
    if (place === null) return;
    const { lke, tier, indicator, user } = place;
    const typed = readReviewForm(indicator, req.body);
    const parsed = parseReview(indicator, typed);
    if (!parsed.ok) {
      const facts = await readReviewFacts(deps, place);
      render(deps, req, res, facts, { typed, problems: parsed.problems }, 422);
      return;
    }
    const actor = actorOf(req, user, `assessment.${tier}`, lke.satker);
    const entries = [parsed.wanted];
    const assessed = await recordAssessments(deps, { lke, tier, entries, actor });
    await answer(deps, req, res, place, typed, parsed.wanted, assessed);
  };
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  place: IndicatorPlace,
  typed: TypedAssessment,
  wanted: WantedAssessment,
  assessed: Assessed,
): Promise<void> {
  if (assessed.outcome === 'recorded' || assessed.outcome === 'unchanged') {
    res.redirect(303, await afterSave(deps, req, place, typed, assessed));
    return;
  }
  const facts = await readReviewFacts(deps, place);
  switch (assessed.outcome) {
    case 'conflict':
      showConflict(deps, req, res, facts, typed, wanted, assessed);
      return;
    case 'refused':
      render(deps, req, res, facts, { typed, problems: assessed.problems }, 422);
      return;
    case 'forbidden':
      render(deps, req, res, facts, { typed, refusal: reviewClosedText.refusedRole }, 403);
      return;
    case 'closed': {
      const refusal = reviewClosedText.refusedStage(stageText[assessed.stage]);
      const now = { ...facts, lke: { ...facts.lke, stage: assessed.stage }, isOpen: false };
      render(deps, req, res, now, { typed, refusal }, 409);
      return;
    }
    case 'claim-changed': {
      // What was typed stays; the claim of the form is the one that is shown now.
      const again = { ...typed, claim: facts.claimKeyOf(place.indicator.code) };
      const shown = { typed: again, refusal: reviewClosedText.claimChanged };
      render(deps, req, res, facts, shown, 409);
    }
  }
}

/** On to the next unassessed one, or back to the same. */
async function afterSave(
  deps: Deps,
  req: Request,
  { lke, tier, instrument, indicator }: IndicatorPlace,
  typed: TypedAssessment,
  assessed: Extract<Assessed, { outcome: 'recorded' | 'unchanged' }>,
): Promise<string> {
  const at = [lke.satker.code, lke.year, tier] as const;
  const work = await readTierWork(deps, lke, tier);
  const version = String(work.rows.get(indicator.code)?.version ?? 0);
  const isNew = assessed.outcome === 'recorded' ? '1' : '';
  const said = { tersimpan: indicator.code, versi: version, baru: isNew };
  const goesOn = typed.goesOn || typed.accepts;
  const next = goesOn
    ? nextUnanswered(workingOrder(instrument), work.score, () => true, indicator.code)
    : indicator;
  if (next === null) {
    setFlash(req, 'done', text.allAssessed(tierName(tier)));
    return paths.review(...at);
  }
  const page = paths.reviewAnswer(...at, next.code);
  return withQuery(page, sealed(req, page, said));
}

/** Believed only with the seal of the session, and while that version is the stored one. */
function noticeOf(req: Request, { work, lke }: ReviewFacts): string | null {
  if (!isSealed(req)) return null;
  const { tersimpan, versi, baru } = req.query as Readonly<Record<string, string>>;
  const row = [...work.rows.values()].find(({ code }) => code === tersimpan);
  if (row === undefined || String(row.version) !== versi) return null;
  if (baru !== '1') return text.already(row.code);
  const when = formatInstant(row.updatedAt, lke.satker.timeZone);
  return row.value === null ? text.taken(row.code, when) : text.saved(row.code, when);
}

function stored({ indicator, work, claimKeyOf }: ReviewFacts): TypedAssessment {
  const row = work.rows.get(indicator.code) ?? null;
  const reason = work.judged.get(indicator.code)?.reason ?? '';
  return typedAssessment(indicator, row, reason, claimKeyOf(indicator.code));
}

function showConflict(
  deps: Deps,
  req: Request,
  res: Response,
  { lke, tier, indicator, claimKeyOf }: ReviewFacts,
  typed: TypedAssessment,
  { value, note, reason }: WantedAssessment,
  { stored: row, reason: told }: Extract<Assessed, { outcome: 'conflict' }>,
): void {
  const words = reviewConflictText;
  const action = paths.reviewAnswer(lke.satker.code, lke.year, tier, indicator.code);
  const mine = value === 'claim' ? words.claim : answerText(indicator, value);
  const counts = Object.entries(typed.counts).map(([key, count]) => [`count-${key}`, count]);
  renderConflict(req, res, deps.pages, {
    subject: words.subject(indicator.code),
    rows: [
      { label: words.value, stored: answerText(indicator, row?.value ?? null), typed: mine },
      { label: words.reason, stored: told, typed: reason },
      { label: words.note, stored: row?.note ?? '', typed: note ?? row?.note ?? '' },
    ],
    action,
    fields: {
      version: String(row?.version ?? 0),
      claim: claimKeyOf(indicator.code),
      letter: typed.letter,
      index: typed.index,
      ...(Object.fromEntries(counts) as Record<string, string>),
      ...(typed.note === null ? {} : { note: typed.note }),
      reason: typed.reason,
      accept: typed.accepts ? '1' : '',
      clear: typed.clears ? '1' : '',
    },
    backHref: action,
  });
}

function render(
  deps: Deps,
  req: Request,
  res: Response,
  facts: ReviewFacts,
  shown: Partial<ReviewShown> & Pick<ReviewShown, 'typed'>,
  status = 200,
): void {
  const all = { problems: [], notice: null, refusal: null, ...shown };
  const at = { now: deps.clock(), appVersion: deps.version };
  deps.pages.render(req, res, 'review/answer', reviewPage(facts, all, at), status);
}
