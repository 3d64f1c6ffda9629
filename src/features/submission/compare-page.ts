import { compareSubmissions, type IndicatorChange } from '../../domain/lke/compare-submissions.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { SubmissionContent } from '../../domain/lke/submission-content.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import { paths } from '../../paths.js';
import { frozenText as text, submissionText } from '../../text/messages/submission.js';
import { claimChange, type ClaimChange } from '../../web/claim-change.js';
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

interface CompareLine extends ClaimChange {
  readonly href: string;
  readonly label: string;
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
  return [
    {
      href: paths.answer(lke.satker.code, lke.year, indicator.code),
      label: submissionText.indicator(indicator.code, indicator.shortName),
      ...claimChange(indicator, change),
    },
  ];
}
