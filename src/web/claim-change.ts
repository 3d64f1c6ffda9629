import type { Indicator } from '../domain/instrument/instrument.js';
import type { IndicatorChange } from '../domain/lke/compare-submissions.js';
import type { FrozenAnswer } from '../domain/lke/submission-content.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import { answerText } from '../text/answer-text.js';
import { frozenText as text } from '../text/messages/submission.js';

/** What became of one indicator from one submission to another, in words; null where it stayed. */
export interface ClaimChange {
  readonly answer: Pair | null;
  readonly note: Pair | null;
  readonly reason: Pair | null;
  readonly evidence: readonly string[];
}

interface Pair {
  readonly before: string;
  readonly after: string;
}

export function claimChange(indicator: Indicator, change: IndicatorChange): ClaimChange {
  const { before, after } = change;
  return {
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
  };
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
