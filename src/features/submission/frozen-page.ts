import { exactFromStored } from '../../domain/exact.js';
import type { Area, Indicator } from '../../domain/instrument/instrument.js';
import type { FrozenEvidence, SubmissionContent } from '../../domain/lke/submission-content.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { formatInstant, formatScore } from '../../text/format.js';
import { areaText } from '../../text/messages/sheet.js';
import { frozenText as text, submissionText } from '../../text/messages/submission.js';
import { menujuText } from '../../text/messages/workbook.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { Place } from './place.js';
import type { Submission } from './submission-store.js';

export interface FrozenPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly compareHref: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly areas: readonly {
    readonly name: string;
    readonly anchor: string;
    readonly rows: readonly FrozenLine[];
  }[];
}

interface FrozenLine {
  readonly code: string;
  readonly name: string;
  readonly answer: string;
  readonly note: string;
  readonly evidence: readonly {
    readonly name: string;
    readonly version: string;
    readonly href: string | null;
    readonly gone: string | null;
  }[];
  /** In place of evidence: the written reason, or that there is none. */
  readonly without: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'submission/frozen': FrozenPage;
  }
}

export function frozenPage(
  place: Place,
  submission: Submission,
  content: SubmissionContent,
  openable: ReadonlySet<number>,
): FrozenPage {
  const { lke, instrument } = place;
  const { satker, year } = lke;
  const { number } = submission;
  return {
    title: text.title(number, year, satker.name),
    lkeNav: place.nav,
    backHref: paths.submission(satker.code, year),
    compareHref: number > 1 ? paths.submissionComparison(satker.code, year, number) : null,
    facts: factsOf(place, submission),
    areas: instrument.areas.map((area) => areaOf(place, area, content, openable)),
  };
}

function factsOf({ lke, instrument }: Place, submission: Submission): FrozenPage['facts'] {
  const { facts } = text;
  const { headSeq, headHash } = submission;
  return [
    { label: facts.by, value: submission.submittedByName },
    { label: facts.at, value: formatInstant(submission.submittedAt, lke.satker.timeZone) },
    { label: facts.time, value: submission.isLate ? submissionText.isLate : submissionText.onTime },
    { label: facts.target, value: menujuText(submission.target) },
    {
      label: facts.answered,
      value: submissionText.answers(submission.answered, instrument.indicators.length),
    },
    { label: facts.total, value: formatScore(exactFromStored(submission.total)) },
    { label: facts.hash, value: submission.contentHash },
    { label: facts.head, value: headSeq === 0 ? text.noHead : text.head(headSeq, headHash) },
  ];
}

function areaOf(
  place: Place,
  area: Area,
  content: SubmissionContent,
  openable: ReadonlySet<number>,
): FrozenPage['areas'][number] {
  return {
    name: areaText.name(area.key, area.name),
    anchor: `area-${area.key}`,
    rows: area.indicators.map((one) => lineOf(place, one, content, openable)),
  };
}

function lineOf(
  place: Place,
  indicator: Indicator,
  { answers, evidence }: SubmissionContent,
  openable: ReadonlySet<number>,
): FrozenLine {
  const answer = answers.find(({ code }) => code === indicator.code);
  const value = answer === undefined ? null : (JSON.parse(answer.value) as AnswerValue);
  const proofs = evidence.filter(({ code }) => code === indicator.code);
  return {
    code: indicator.code,
    name: indicator.shortName,
    answer: answerText(indicator, value),
    note: answer?.note ?? '',
    evidence: proofs.map((one) => proofOf(place, one, openable)),
    without: proofs.length > 0 ? null : withoutText(answer?.noEvidenceReason ?? null),
  };
}

function withoutText(reason: string | null): string {
  return reason === null ? text.nothing : text.reason(reason);
}

function proofOf(
  { lke }: Place,
  one: FrozenEvidence,
  openable: ReadonlySet<number>,
): FrozenLine['evidence'][number] {
  const isThere = openable.has(one.evidenceVersionId);
  const file = paths.evidenceFile(lke.satker.code, lke.year, one.evidenceId, one.number);
  return {
    name: one.name,
    version: text.version(one.number),
    href: isThere ? (one.url ?? file) : null,
    gone: isThere ? null : text.gone,
  };
}
