import { exactFromStored } from '../../domain/exact.js';
import { paths } from '../../paths.js';
import { formatInstant, formatScore } from '../../text/format.js';
import { submissionText as text } from '../../text/messages/submission.js';
import { roleName } from '../../text/messages/users.js';
import type { OverviewFacts } from './overview-facts.js';
import type { Place } from './place.js';
import type { LkeReturn } from './stage-store.js';
import type { Submission } from './submission-store.js';

/** One submission with the returns that answered it. */
export interface RoundLine {
  readonly name: string;
  readonly href: string;
  readonly by: string;
  readonly answered: string;
  readonly total: string;
  readonly isLate: boolean;
  readonly time: string;
  readonly compareHref: string | null;
  readonly returns: readonly {
    readonly title: string;
    readonly by: string;
    readonly opens: string;
    readonly reason: string;
  }[];
}

/** Newest first. */
export function roundsOf(place: Place, facts: OverviewFacts): readonly RoundLine[] {
  return facts.submissions.map((submission) => ({
    ...lineOf(place, submission),
    returns: facts.returns
      .filter(({ round }) => round === submission.number)
      .map((one) => returnLine(place, one)),
  }));
}

function lineOf({ lke, instrument }: Place, submission: Submission): Omit<RoundLine, 'returns'> {
  const { satker, year } = lke;
  const { number, isLate } = submission;
  const when = formatInstant(submission.submittedAt, satker.timeZone);
  return {
    name: text.name(number),
    href: paths.submissionOne(satker.code, year, number),
    by: text.by(submission.submittedByName, when),
    answered: text.answers(submission.answered, instrument.indicators.length),
    total: formatScore(exactFromStored(submission.total)),
    isLate,
    time: isLate ? text.isLate : text.onTime,
    compareHref: number > 1 ? paths.submissionComparison(satker.code, year, number) : null,
  };
}

export function returnTitle({ round, tier, passesOn }: LkeReturn): string {
  const title = text.returnTitle(round, text.tiers[tier]);
  return passesOn === null ? title : text.passedOn(title);
}

function returnLine({ lke }: Place, one: LkeReturn): RoundLine['returns'][number] {
  const who = `${one.returnedByName}, ${roleName(one.returnedRole)}`;
  return {
    title: returnTitle(one),
    by: text.by(who, formatInstant(one.returnedAt, lke.satker.timeZone)),
    opens: one.codes === null ? text.all : text.count(one.codes.length),
    reason: one.reason,
  };
}
