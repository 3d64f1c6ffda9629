import type { ChoiceIndicator, Indicator } from '../instrument/instrument.js';
import type { AnswerValue } from './answer.js';
import { UNANSWERED, type IndicatorScore, type IndicatorValue } from './sheet-score.js';
import { valueOfIndicator } from './value-of-indicator.js';

/** Scores that depend on the indicator alone, made once per loaded instrument. */
interface Ready {
  readonly unanswered: IndicatorScore;
  readonly letters: ReadonlyMap<string, IndicatorScore>;
}

const readyScores = new WeakMap<Indicator, Ready>();

/**
 * What one indicator brings: its value 0..1 and its points (value × full points), exact.
 * Errors as {@link valueOfIndicator}.
 */
export function scoreIndicator(indicator: Indicator, answer: AnswerValue | null): IndicatorScore {
  const ready = readyScores.get(indicator) ?? prepare(indicator);
  if (answer === null) return ready.unanswered;
  const known = answer.kind === 'choice' ? ready.letters.get(answer.letter) : undefined;
  return known ?? weigh(indicator, valueOfIndicator(indicator, answer));
}

function prepare(indicator: Indicator): Ready {
  const letters = indicator.type === 'choice' ? scoreLetters(indicator) : [];
  const ready = { unanswered: weigh(indicator, UNANSWERED), letters: new Map(letters) };
  readyScores.set(indicator, ready);
  return ready;
}

function scoreLetters(indicator: ChoiceIndicator): [string, IndicatorScore][] {
  return indicator.options.map(({ letter }) => {
    const value = valueOfIndicator(indicator, { kind: 'choice', letter });
    return [letter, weigh(indicator, value)];
  });
}

function weigh(indicator: Indicator, value: IndicatorValue): IndicatorScore {
  const { fullPoints } = indicator;
  return { ...value, points: value.value.mul(fullPoints), fullPoints };
}
