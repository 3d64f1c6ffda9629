import { clampToUnit, exactFromInteger, ZERO, type Exact } from '../exact.js';
import type { CountFormula, CountsIndicator } from '../instrument/instrument.js';
import { completeCounts, countOf } from './complete-counts.js';
import type { IndicatorValue } from './sheet-score.js';
import { UNANSWERED } from './sheet-score.js';

type Ratio = Extract<CountFormula, { kind: 'ratio' }>;
type Decrease = Extract<CountFormula, { kind: 'decrease' }>;
type Counts = ReadonlyMap<string, number>;

const NOT_COMPUTABLE: IndicatorValue = {
  state: 'not-computable',
  value: ZERO,
  appRule: 'not-computable',
};

/**
 * What typed counts are worth: 0..1 exactly, the ratio capped to that range. A missing count is
 * unanswered; zero is an answer. Source: 90/2021 Lampiran III (formulas and discipline 0 and 0);
 * the other zero denominators are ours (`appRule`), see `zeroRule` of the instrument.
 */
export function valueOfCounts(
  indicator: CountsIndicator,
  typed: Readonly<Record<string, number>>,
): IndicatorValue {
  const counts = completeCounts(indicator, typed);
  if (counts === null) return UNANSWERED;
  const { formula } = indicator;
  return formula.kind === 'ratio' ? ratio(formula, counts) : decrease(formula, counts);
}

function ratio(formula: Ratio, counts: Counts): IndicatorValue {
  const denominator = countOf(counts, formula.denominator);
  if (denominator > 0) return answered(countOf(counts, formula.numerator), denominator);
  const nihil = [...counts.values()].every((count) => count === 0);
  if (!nihil || formula.allZero === null) return NOT_COMPUTABLE;
  return { state: 'answered', value: formula.allZero, appRule: 'nihil-complaints' };
}

function decrease(formula: Decrease, counts: Counts): IndicatorValue {
  const before = countOf(counts, formula.before);
  const now = countOf(counts, formula.now);
  if (before > 0) return answered(before - now, before);
  if (now === 0) return { state: 'answered', value: formula.bothZero, appRule: null };
  return { state: 'answered', value: formula.fromZero, appRule: 'discipline-from-zero' };
}

function answered(numerator: number, denominator: number): IndicatorValue {
  return { state: 'answered', value: unitRatio(numerator, denominator), appRule: null };
}

function unitRatio(numerator: number, denominator: number): Exact {
  return clampToUnit(exactFromInteger(numerator).div(exactFromInteger(denominator)));
}
