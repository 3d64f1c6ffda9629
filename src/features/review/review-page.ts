import { decide } from '../../domain/access/decide.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isSameAnswer } from '../../domain/lke/assessment.js';
import type { Problem } from '../../domain/problem.js';
import { nextUnanswered, workingOrder } from '../../domain/scoring/next-unanswered.js';
import { paths } from '../../paths.js';
import { formatInstant, formatScore } from '../../text/format.js';
import { otherTierText } from '../../text/messages/common.js';
import { stageText } from '../../text/messages/lke.js';
import {
  reviewClosedText,
  reviewText as text,
  tierName,
  tierText,
} from '../../text/messages/review.js';
import { answerFields, type AnswerFields } from '../../web/answer-fields.js';
import { claimChange, type ClaimChange } from '../../web/claim-change.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import { headingOf, type AnswerHeading } from '../../web/indicator-heading.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { holdersOf } from './assignment-store.js';
import { answerView, claimView, type ClaimView } from './claim-view.js';
import type { TypedAssessment } from './form.js';
import { noteAction } from './note-actions.js';
import { noteView, type NoteView } from './note-view.js';
import { isAssessed, isLapsed, type ReviewFacts, type TierFacts } from './review-facts.js';

export interface ReviewPage extends PageBase, AnswerHeading {
  readonly lkeNav: LkeNav;
  readonly tierName: string;
  readonly tierHref: string;
  readonly progress: string;
  readonly total: string;
  readonly isAssessed: boolean;
  readonly isLapsed: boolean;
  readonly state: string;
  readonly lapsed: LapsedView | null;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly nextOpen: Neighbour | null;
  readonly notice: string | null;
  readonly refusal: string | null;
  readonly problems: readonly ProblemLine[];
  readonly readOnly: string | null;
  readonly claim: ClaimView;
  readonly fields: AnswerFields;
  readonly options: readonly OptionView[];
  readonly form: ReviewForm | null;
  readonly mine: MineView | null;
  readonly threads: readonly NoteView[];
  readonly newNote: {
    readonly action: string;
    readonly text: string;
    readonly problem: string | null;
  } | null;
  readonly scripts: { readonly review: string; readonly upload: string };
}

/** That an assessment no longer counts, and what of the claim is another. */
interface LapsedView {
  readonly text: string;
  readonly change: ClaimChange | null;
  readonly comparison: { readonly href: string; readonly label: string } | null;
}

interface Neighbour {
  readonly href: string;
  readonly code: string;
}

/** Criteria of one option, with who chose it. */
export interface OptionView {
  readonly letter: string;
  readonly worth: string;
  readonly criteria: string;
  readonly isOurs: boolean;
  readonly isClaimed: boolean;
  readonly isMine: boolean;
}

export interface ReviewForm {
  readonly action: string;
  readonly version: number;
  readonly claim: string;
  readonly reason: string;
  readonly reasonProblem: string | null;
  readonly canAccept: boolean;
  readonly hasAnswer: boolean;
}

/** What stands of this tier, for reading. */
export interface MineView {
  readonly answer: string;
  readonly points: string;
  readonly note: string;
  readonly reason: string;
  readonly by: string;
  readonly differs: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/answer': ReviewPage;
  }
}

/** What is shown besides what is stored. */
export interface ReviewShown {
  readonly typed: TypedAssessment;
  readonly problems: readonly Problem[];
  readonly notice: string | null;
  readonly refusal: string | null;
  /** A note as it was typed and refused. */
  readonly note?: string;
}

export function reviewPage(
  facts: ReviewFacts,
  shown: ReviewShown,
  at: { readonly now: Date; readonly appVersion: string },
): ReviewPage {
  const { lke, tier, user, indicator, area, work } = facts;
  const { satker, year } = lke;
  const { typed, problems, notice, refusal } = shown;
  const heading = headingOf(facts, paths.reviewArea(satker.code, year, tier, area.key));
  const hrefOf = (code: IndicatorCode) => paths.reviewAnswer(satker.code, year, tier, code);
  const fields = answerFields({ ...facts, rows: work.rows, hrefOf }, typed, problems);
  const readOnly = readOnlyReason(facts);
  const script = (name: string) => `${paths.asset(name)}?v=${encodeURIComponent(at.appVersion)}`;
  return {
    title: text.title(indicator.code, heading.name),
    lkeNav: lkeNav(lke, 'review', user),
    ...heading,
    tierName: tierName(tier),
    tierHref: paths.review(satker.code, year, tier),
    ...progressOf(facts),
    ...stateOf(facts),
    lapsed: lapsedOf(facts),
    ...neighboursOf(facts, hrefOf),
    notice,
    refusal,
    problems: problemLines(problems),
    readOnly,
    claim: claimView(facts, at.now, at.appVersion),
    fields,
    options: optionsOf(facts, fields),
    form: readOnly === null ? formOf(facts, typed, problems) : null,
    mine: mineOf(facts),
    threads: facts.threads.map((thread) => noteView({ ...facts, typed: null }, thread)),
    newNote: newNoteOf(facts, shown),
    scripts: { review: script('review.js'), upload: script('upload.js') },
  };
}

function newNoteOf(
  { user, lke, tier, indicator, isOpen }: ReviewFacts,
  { note = '', problems }: ReviewShown,
): ReviewPage['newNote'] {
  if (!isOpen || noteAction(user, lke.satker, tier) === null) return null;
  const action = paths.reviewNotes(lke.satker.code, lke.year, tier, indicator.code);
  return { action, text: note, problem: fieldProblem(problems, 'catatan-baru') };
}

/** null where the person may assess now. */
export function readOnlyReason(facts: TierFacts): string | null {
  const { user, lke, tier, isOpen, barredBy } = facts;
  if (barredBy !== null) return otherTierText.readOnly(tierText[barredBy]);
  if (tier === 'tpi' && lke.stage === 'menunggu-tpi') {
    return lke.isLetterSent ? reviewClosedText.notBegun : reviewClosedText.letterWaits;
  }
  if (decide(user, `assessment.${tier}`, lke.satker) !== 'allowed') {
    return reviewClosedText.role(holdersOf(lke.satker, tier).role);
  }
  return isOpen ? null : reviewClosedText.stage(tierName(tier), stageText[lke.stage]);
}

export function progressOf({ work }: TierFacts): { progress: string; total: string } {
  const { answered, of, total } = work.score;
  return { progress: text.progress(answered, of), total: text.total(formatScore(total)) };
}

function stateOf(facts: ReviewFacts): Pick<ReviewPage, 'isAssessed' | 'isLapsed' | 'state'> {
  const lapsed = isLapsed(facts, facts.indicator);
  const assessed = isAssessed(facts, facts.indicator);
  const { state } = text;
  return {
    isAssessed: assessed,
    isLapsed: lapsed,
    state: lapsed ? state.lapsed : assessed ? state.assessed : state.open,
  };
}

function lapsedOf(facts: ReviewFacts): LapsedView | null {
  const { lke, indicator, changed, round } = facts;
  if (!isLapsed(facts, indicator)) return null;
  const href = paths.submissionComparison(lke.satker.code, lke.year, round);
  return {
    text: text.lapsed,
    change: changed === null ? null : claimChange(indicator, changed),
    comparison: round > 1 ? { href, label: text.comparison } : null,
  };
}

function neighboursOf(
  { instrument, indicator, work }: ReviewFacts,
  hrefOf: (code: IndicatorCode) => string,
): Pick<ReviewPage, 'previous' | 'next' | 'nextOpen'> {
  const order = workingOrder(instrument);
  const at = order.indexOf(indicator);
  const neighbour = (one: { readonly code: IndicatorCode } | null | undefined): Neighbour | null =>
    one === null || one === undefined ? null : { href: hrefOf(one.code), code: one.code };
  return {
    previous: neighbour(order[at - 1]),
    next: neighbour(order[at + 1]),
    nextOpen: neighbour(nextUnanswered(order, work.score, () => true, indicator.code)),
  };
}

function optionsOf(
  { indicator, claimed, work }: ReviewFacts,
  { choices }: AnswerFields,
): readonly OptionView[] {
  const letterOf = (
    value: { readonly kind: string; readonly letter?: string } | null | undefined,
  ) => (value?.kind === 'choice' ? (value.letter ?? '') : '');
  const claim = letterOf(claimed.get(indicator.code)?.value);
  const mine = letterOf(work.rows.get(indicator.code)?.value);
  return (choices ?? []).map(({ letter, worth, criteria, isOurs }) => ({
    letter,
    worth,
    criteria,
    isOurs,
    isClaimed: letter === claim,
    isMine: letter === mine,
  }));
}

function formOf(
  { lke, tier, indicator, claimed, work }: ReviewFacts,
  typed: TypedAssessment,
  problems: readonly Problem[],
): ReviewForm {
  const value = work.rows.get(indicator.code)?.value ?? null;
  return {
    action: paths.reviewAnswer(lke.satker.code, lke.year, tier, indicator.code),
    version: typed.version,
    claim: typed.claim,
    reason: typed.reason,
    reasonProblem: fieldProblem(problems, 'reason'),
    canAccept: (claimed.get(indicator.code)?.value ?? null) !== null,
    hasAnswer: value !== null && work.judged.has(indicator.code),
  };
}

function mineOf({ lke, indicator, claimed, work }: ReviewFacts): MineView | null {
  const row = work.rows.get(indicator.code);
  const judged = work.judged.get(indicator.code);
  if (row === undefined || judged === undefined) return null;
  const differs = !isSameAnswer(row.value, claimed.get(indicator.code)?.value ?? null);
  return {
    ...answerView(indicator, row.value),
    note: row.note,
    reason: judged.reason,
    by: text.assessedBy(formatInstant(row.updatedAt, lke.satker.timeZone), row.updatedBy),
    differs: differs ? text.differs : null,
  };
}
