import { scoreIndicator } from '../../domain/scoring/score-indicator.js';
import { answerText } from '../../text/answer-text.js';
import { formatInstant, formatShort } from '../../text/format.js';
import { reviewText, tierName } from '../../text/messages/review.js';
import { verdictText as text } from '../../text/messages/sheet.js';
import type { AnswerFacts } from './answer-facts.js';

/** What the partial answer-verdicts is given: what each tier that the reader sees found. */
export interface AnswerVerdict {
  readonly tier: string;
  readonly found: string;
  readonly differs: boolean;
  readonly state: string;
  readonly reason: string;
  readonly note: string;
  readonly by: string;
}

export function answerVerdicts({ lke, indicator, verdicts }: AnswerFacts): AnswerVerdict[] {
  return verdicts.map(({ tier, value, reason, note, round, by, at }) => {
    const { points, fullPoints } = scoreIndicator(indicator, value);
    const worth = reviewText.points(formatShort(points, 3), formatShort(fullPoints, 3));
    const differs = reason !== '';
    return {
      tier: tierName(tier),
      found: text.found(answerText(indicator, value), worth),
      differs,
      state: differs ? text.differs : text.same,
      reason,
      note,
      by: text.by(formatInstant(at, lke.satker.timeZone), by, round),
    };
  });
}
