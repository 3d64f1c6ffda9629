import { exactFromDecimal } from '../exact.js';
import type { ChoiceIndicator, Indicator, IndexIndicator } from '../instrument/instrument.js';
import type { AnswerValue } from './answer.js';
import { UNANSWERED, type IndicatorValue } from './sheet-score.js';
import { valueOfCounts } from './value-of-counts.js';

/**
 * What one answer is worth, 0..1 exactly: the option's value, the ratio of the counts, or the
 * survey index over its maximum (90/2021 Lampiran II Bab I Tabel 4 and Lampiran III).
 * No answer is unanswered and worth 0. Throws when the answer does not fit the indicator: answers
 * are parsed at the border, so that is a bug.
 */
export function valueOfIndicator(indicator: Indicator, answer: AnswerValue | null): IndicatorValue {
  if (answer === null) return UNANSWERED;
  switch (indicator.type) {
    case 'choice':
      return answer.kind === 'choice' ? valueOfLetter(indicator, answer.letter) : misfit(indicator);
    case 'counts':
      return answer.kind === 'counts' ? valueOfCounts(indicator, answer.counts) : misfit(indicator);
    case 'index':
      return answer.kind === 'index' ? valueOfIndex(indicator, answer.index) : misfit(indicator);
  }
}

function valueOfLetter(indicator: ChoiceIndicator, letter: string): IndicatorValue {
  const option = indicator.options.find((candidate) => candidate.letter === letter);
  if (option === undefined) return misfit(indicator);
  return { state: 'answered', value: option.value, appRule: null };
}

function valueOfIndex(indicator: IndexIndicator, index: string): IndicatorValue {
  const typed = exactFromDecimal(index);
  const outside = typed.compare(indicator.minimum) < 0 || typed.compare(indicator.maximum) > 0;
  if (outside) return misfit(indicator);
  return { state: 'answered', value: typed.div(indicator.maximum), appRule: null };
}

function misfit(indicator: Indicator): never {
  throw new Error(`answer does not fit indicator ${indicator.code}`);
}
