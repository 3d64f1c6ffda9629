import { compareSubmissions, type IndicatorChange } from '../../domain/lke/compare-submissions.js';
import type { IndicatorCode, Indicator } from '../../domain/instrument/instrument.js';
import type { FrozenAnswer, SubmissionContent } from '../../domain/lke/submission-content.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { frozenText as text, submissionText } from '../../text/messages/submission.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { Place } from './place.js';
import type { Submission } from './submission-store.js';

export interface ComparePage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly backText: string;
  readonly count: string;
  readonly rows: readonly CompareLine[];
  readonly empty: { readonly title: string; readonly text: string };
}

interface CompareLine {
  readonly href: string;
  readonly label: string;
  readonly answer: Pair | null;
  readonly note: Pair | null;
  readonly reason: Pair | null;
  readonly evidence: readonly string[];
}

interface Pair {
  readonly before: string;
  readonly after: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'submission/comparison': ComparePage;
  }
}

export function comparePage(
  place: Place,
  { number }: Submission,
  before: SubmissionContent,
  after: SubmissionContent,
): ComparePage {
  const { lke, instrument } = place;
  const codes = workingOrder(instrument).map(({ code }) => code);
  const changes = compareSubmissions(codes, before, after);
  return {
    title: text.compareTitle(number, number - 1),
    lkeNav: place.nav,
    backHref: paths.submissionOne(lke.satker.code, lke.year, number),
    backText: submissionText.name(number),
    count: text.compareCount(changes.length, codes.length),
    rows: changes.flatMap((change) => lineOf(place, change)),
    empty: text.same,
  };
}

function lineOf({ lke, instrument }: Place, change: IndicatorChange): CompareLine[] {
  const indicator = instrument.byCode.get(change.code as IndicatorCode);
  if (indicator === undefined) return [];
  const { before, after } = change;
  return [
    {
      href: paths.answer(lke.satker.code, lke.year, indicator.code),
      label: submissionText.indicator(indicator.code, indicator.shortName),
      answer: change.answerChanged
        ? { before: valueText(indicator, before), after: valueText(indicator, after) }
        : null,
      note: change.noteChanged ? pair(before?.note, after?.note) : null,
      reason: change.reasonChanged ? pair(before?.noEvidenceReason, after?.noEvidenceReason) : null,
      evidence: [
        ...change.added.map((one) => text.added(one.name, one.number)),
        ...change.removed.map((one) => text.removed(one.name, one.number)),
        ...change.replaced.map(({ before: was, after: is }) =>
          text.replaced(is.name, was.number, is.number),
        ),
      ],
    },
  ];
}

function valueText(indicator: Indicator, answer: FrozenAnswer | null): string {
  if (answer === null) return text.none;
  return answerText(indicator, JSON.parse(answer.value) as AnswerValue);
}

function pair(before: string | null | undefined, after: string | null | undefined): Pair {
  const shown = (one: string | null | undefined) =>
    one === null || one === undefined || one === '' ? text.none : one;
  return { before: shown(before), after: shown(after) };
}
