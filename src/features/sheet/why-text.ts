import { exactFromDecimal, exactFromInteger, ONE, ZERO, type Exact } from '../../domain/exact.js';
import type { CountsIndicator, Indicator, Option } from '../../domain/instrument/instrument.js';
import { countOf } from '../../domain/scoring/complete-counts.js';
import type { CountsExplanation, Explanation } from '../../domain/scoring/explain.js';
import type { IndexExplanation } from '../../domain/scoring/explain.js';
import { formatInteger, formatShort } from '../../text/format.js';
import { scoreText as text } from '../../text/messages/sheet.js';

const POINT_DIGITS = 3;
const RATIO_DIGITS = 4;

/** Why an indicator has its points: "B = 0,5 → 0,125 dari 0,25 poin". */
export function whyText(indicator: Indicator, explanation: Explanation): string {
  const points = formatShort(explanation.points, POINT_DIGITS);
  const full = formatShort(explanation.fullPoints, POINT_DIGITS);
  if (explanation.state === 'unanswered') return text.unanswered(full);
  switch (explanation.type) {
    case 'choice': {
      const { chosen, value } = explanation;
      return text.choice(chosen?.letter ?? '', formatShort(value), points, full);
    }
    case 'counts': {
      const division = divisionText(indicator, explanation);
      return division === null
        ? undividedText(indicator, explanation)
        : text.worth(division, points, full);
    }
    case 'index': {
      const index = formatShort(exactFromDecimal(explanation.index ?? '0'), 15);
      return text.index(index, formatShort(explanation.maximum), full, points);
    }
  }
}

/** "7 ÷ 5 = 1,4, dihitung 1"; null where nothing can be divided. */
function divisionText(indicator: Indicator, explanation: CountsExplanation): string | null {
  const { division, counts } = explanation;
  if (division === null || counts === null || indicator.type !== 'counts') return null;
  const ratio = formatShort(division.ratio, RATIO_DIGITS);
  const words = isDecrease(indicator)
    ? text.decrease(...decreaseFigures(indicator, counts), ratio)
    : text.division(formatInteger(division.numerator), formatInteger(division.denominator), ratio);
  return division.capped ? text.capped(words, formatShort(explanation.value)) : words;
}

/** Where the denominator is 0 the rule gives the value, not a division. */
function undividedText(indicator: Indicator, { state, value }: CountsExplanation): string {
  const counted = formatShort(value);
  if (state === 'not-computable') return text.notComputable(counted);
  const isRise = indicator.type === 'counts' && isDecrease(indicator) && value.equals(ZERO);
  return isRise ? text.fromZero(counted) : text.nihil(counted);
}

/** What the next step would bring, in words. */
export function nextText(indicator: Indicator, explanation: Explanation): string {
  if (explanation.missingPoints.equals(ZERO)) return text.best;
  switch (explanation.type) {
    case 'choice': {
      const { next, state } = explanation;
      if (state === 'unanswered') return bestOptionText(indicator, explanation);
      return next === null
        ? text.best
        : text.nextOption(next.option.letter, formatShort(next.adds, POINT_DIGITS));
    }
    case 'counts':
      return text.nextRatio(formatShort(explanation.missingPoints, POINT_DIGITS));
    case 'index':
      return text.nextIndex(formatShort(tenthOf(explanation)));
  }
}

/** Before there is an answer nothing is next; what counts is what the best one is worth. */
function bestOptionText(indicator: Indicator, { fullPoints }: Explanation): string {
  const best = indicator.type === 'choice' ? indicator.options.find(isFullyWorth) : undefined;
  return best === undefined
    ? ''
    : text.bestOption(best.letter, formatShort(fullPoints, POINT_DIGITS));
}

function isFullyWorth({ value }: Option): boolean {
  return value.equals(ONE);
}

function tenthOf({ pointsPerIndex }: IndexExplanation): Exact {
  return pointsPerIndex.div(exactFromInteger(10));
}

function isDecrease({ formula }: CountsIndicator): boolean {
  return formula.kind === 'decrease';
}

function decreaseFigures(
  { formula }: CountsIndicator,
  counts: ReadonlyMap<string, number>,
): [before: string, now: string] {
  if (formula.kind !== 'decrease') throw new Error('not a formula of decrease');
  return [formula.before, formula.now].map((key) => formatInteger(countOf(counts, key))) as [
    string,
    string,
  ];
}
