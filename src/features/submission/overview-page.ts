import type { Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import { decide } from '../../domain/access/decide.js';
import { actionsNow } from '../../domain/lke/judge-transition.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { isReady } from '../../domain/lke/readiness.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant, formatScore } from '../../text/format.js';
import { menujuText } from '../../text/messages/workbook.js';
import { submissionText as text } from '../../text/messages/submission.js';
import { roleName } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import { stageView, type StageView } from '../../web/stage-view.js';
import type { PageBase } from '../../web/pages.js';
import { stageDeadline } from '../lke/store.js';
import { reasonField, type TypedReasons } from './form.js';
import type { OverviewFacts } from './overview-facts.js';
import type { Place } from './place.js';
import { returnTitle, roundsOf, type RoundLine } from './rounds.js';
import { contentFingerprint } from './submission-hash.js';
import type { LkeReturn } from './stage-store.js';

export interface OverviewPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly stages: StageView;
  readonly returned: ReturnedView | null;
  /** While it is filled: what is still missing, and the form of who may submit. */
  readonly check: CheckView | null;
  readonly returnHref: string | null;
  /** Once submitted, for who may hand evidence to somebody without an account. */
  readonly shareHref: string | null;
  readonly rounds: readonly RoundLine[];
  readonly empty: { readonly title: string; readonly text: string };
}

interface ReturnedView {
  readonly title: string;
  readonly by: string;
  readonly reason: string;
  readonly opens: string;
  readonly indicators: readonly (IndicatorLink & {
    readonly changed: boolean;
    readonly state: string;
  })[];
}

interface CheckView {
  readonly ready: boolean;
  readonly unanswered: readonly IndicatorLink[];
  readonly unansweredCount: number;
  /** Few enough to be listed at once. */
  readonly isShort: boolean;
  readonly unproven: readonly UnprovenLine[];
  readonly unprovenCount: number;
  /** One form for all reasons; null where this person writes none. */
  readonly reasonsAction: string | null;
  /** Until when; null where no date is set or it has passed. */
  readonly due: string | null;
  readonly late: string | null;
  /** The form, for who may submit a complete LKE. */
  readonly form: {
    readonly action: string;
    readonly confirmed: string;
    readonly frozen: readonly string[];
    /** What came back and was not changed yet; null where nothing is left. */
    readonly untouched: string | null;
  } | null;
  readonly note: string | null;
}

interface IndicatorLink {
  readonly href: string;
  readonly label: string;
}

interface UnprovenLine extends IndicatorLink {
  /** Where a reason can be written; null for those who may not. */
  readonly field: ReasonFieldView | null;
}

interface ReasonFieldView {
  readonly id: string;
  readonly versionName: string;
  readonly version: number;
  /** Typed and not saved. */
  readonly value: string;
  readonly problem: string | null;
}

interface Refused {
  readonly problems: readonly Problem[];
  readonly reasons: TypedReasons;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'submission/overview': OverviewPage;
  }
}

const LISTED_AT_ONCE = 12;

export function overviewPage(
  place: Place,
  facts: OverviewFacts,
  refused: Refused,
  now: Date,
): OverviewPage {
  const { lke, roles } = place;
  const { satker, year, stage } = lke;
  const mayReturn = actionsNow({ stage, level: satker.level, roles }).some(
    ({ action }) => action === 'return',
  );
  return {
    title: text.title(year, satker.name),
    lkeNav: place.nav,
    problems: problemLines(refused.problems),
    stages: stageView(lke),
    returned: returnedOf(place, facts) ?? reopenedOf(place, facts),
    check: stage === 'pengisian' ? checkOf(place, facts, refused, now) : null,
    returnHref: mayReturn ? paths.lkeReturn(satker.code, year) : null,
    shareHref: shareHrefOf(place, facts),
    rounds: roundsOf(place, facts),
    empty: text.empty,
  };
}

function shareHrefOf({ user, lke }: Place, { submissions }: OverviewFacts): string | null {
  if (submissions.length === 0) return null;
  const may = decide(user, 'share.manage', lke.satker) === 'allowed';
  return may ? paths.shareLinks(lke.satker.code, lke.year) : null;
}

function returnedOf(place: Place, { standing, changed }: OverviewFacts): ReturnedView | null {
  if (standing === null) return null;
  const { timeZone } = place.lke.satker;
  const who = `${standing.returnedByName}, ${roleName(standing.returnedRole)}`;
  return {
    title: returnTitle(standing),
    by: text.by(who, formatInstant(standing.returnedAt, timeZone)),
    reason: standing.reason,
    opens: standing.codes === null ? text.all : text.count(standing.codes.length),
    indicators: namedIn(place, standing).map((one) => ({
      ...linkOf(place, one),
      changed: changed.has(one.code),
      state: changed.has(one.code) ? text.changed : text.unchanged,
    })),
  };
}

function reopenedOf({ lke }: Place, { reopened }: OverviewFacts): ReturnedView | null {
  if (reopened === null) return null;
  const who = `${reopened.by}, ${roleName(reopened.role)}`;
  return {
    title: text.reopened[reopened.tier](reopened.round),
    by: text.by(who, formatInstant(reopened.at, lke.satker.timeZone)),
    reason: reopened.reason,
    opens: text.all,
    indicators: [],
  };
}

function namedIn({ instrument }: Place, { codes }: LkeReturn): readonly Indicator[] {
  return (codes ?? []).flatMap((code) => instrument.byCode.get(code) ?? []);
}

function checkOf(place: Place, facts: OverviewFacts, refused: Refused, now: Date): CheckView {
  const { readiness } = facts;
  const ready = isReady(readiness);
  const maySubmit = decide(place.user, 'stage.submit', place.lke.satker) === 'allowed';
  const unanswered = links(place, readiness.unanswered);
  const unproven = readiness.unproven.flatMap((code) => unprovenLine(place, facts, refused, code));
  const mayExplain = unproven.some(({ field }) => field !== null);
  const { satker, year } = place.lke;
  return {
    ready,
    unanswered,
    unansweredCount: unanswered.length,
    isShort: unanswered.length <= LISTED_AT_ONCE,
    unproven,
    unprovenCount: unproven.length,
    reasonsAction: mayExplain ? paths.noEvidenceReasons(satker.code, year) : null,
    ...dueOf(place, facts, now),
    form: ready && maySubmit ? { ...formOf(place, facts), untouched: untouchedOf(facts) } : null,
    note: ready && !maySubmit ? text.leadSubmits : null,
  };
}

/** Handing in is still allowed: a reply to the note may be all that was asked. */
function untouchedOf({ standing, changed }: OverviewFacts): string | null {
  const named = standing?.codes ?? [];
  const left = named.filter((code) => !changed.has(code)).length;
  return left === 0 ? null : text.untouched(left, named.length);
}

function formOf({ lke, instrument }: Place, { content, sheet }: OverviewFacts) {
  const proven = new Set(content.evidence.map(({ code }) => code));
  const reasons = content.answers.filter(
    ({ code, noEvidenceReason }) => noEvidenceReason !== null && !proven.has(code),
  );
  return {
    action: paths.submission(lke.satker.code, lke.year),
    confirmed: contentFingerprint(lke.target, content),
    frozen: [
      text.answers(sheet.score.answered, instrument.indicators.length),
      text.evidence(content.evidence.length),
      text.reasons(reasons.length),
      text.total(formatScore(sheet.score.total)),
      text.target(menujuText(lke.target)),
    ],
  };
}

function dueOf({ lke }: Place, { days, sentBack }: OverviewFacts, now: Date) {
  const { stage, satker } = lke;
  const deadline = stageDeadline(days, stage, now, satker.timeZone, sentBack);
  if (deadline === null) return { due: null, late: null };
  const { at, left, isOver, isOwn } = deadline;
  return isOver
    ? { due: null, late: text.late(at) }
    : { due: text.due(left, at, isOwn), late: null };
}

function unprovenLine(
  place: Place,
  { reasonVersions }: OverviewFacts,
  { problems, reasons }: Refused,
  code: IndicatorCode,
): UnprovenLine[] {
  const indicator = place.instrument.byCode.get(code);
  if (indicator === undefined) return [];
  const { satker, openness } = place.lke;
  const mayWrite =
    decide(place.user, 'answer.explain', satker) === 'allowed' && isOpenFor(openness, code);
  const id = reasonField('alasan', code);
  const field = {
    id,
    versionName: reasonField('versi', code),
    version: reasonVersions.get(code) ?? 0,
    value: reasons.get(code)?.reason ?? '',
    problem: fieldProblem(problems, id),
  };
  return [{ ...linkOf(place, indicator), field: mayWrite ? field : null }];
}

function links(place: Place, codes: readonly IndicatorCode[]): readonly IndicatorLink[] {
  return codes.flatMap((code) => {
    const indicator = place.instrument.byCode.get(code);
    return indicator === undefined ? [] : [linkOf(place, indicator)];
  });
}

function linkOf({ lke }: Place, { code, shortName }: Indicator): IndicatorLink {
  return {
    href: paths.answer(lke.satker.code, lke.year, code),
    label: text.indicator(code, shortName),
  };
}
