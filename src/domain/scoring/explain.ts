import { clampToUnit, exactFromInteger, type Exact } from '../exact.js';
import type {
  ChoiceIndicator,
  CountsIndicator,
  Indicator,
  Option,
} from '../instrument/instrument.js';
import type { IndicatorCode, IndexIndicator, Instrument } from '../instrument/instrument.js';
import type { AnswerValue } from './answer.js';
import { completeCounts, countOf } from './complete-counts.js';
import { scoreIndicator } from './score-indicator.js';
import type { IndicatorScore } from './sheet-score.js';

/** Why an indicator has its points and what more would bring; exact, to be put into words by a page. */
export type Explanation = ChoiceExplanation | CountsExplanation | IndexExplanation;

interface ExplanationBase extends IndicatorScore {
  readonly code: IndicatorCode;
  /** fullPoints - points: what a full answer would add. */
  readonly missingPoints: Exact;
}

export interface ChoiceExplanation extends ExplanationBase {
  readonly type: 'choice';
  readonly chosen: Option | null;
  /** The next better option with what it would add; for no answer the lowest that is worth more. */
  readonly next: { readonly option: Option; readonly adds: Exact } | null;
}

export interface CountsExplanation extends ExplanationBase {
  readonly type: 'counts';
  /** Every count with its total; null while one is missing. */
  readonly counts: ReadonlyMap<string, number> | null;
  /**
   * The division behind the value, before it is capped to 0..1 (`ratio`); null while unanswered or
   * where the denominator is 0.
   */
  readonly division: {
    readonly numerator: number;
    readonly denominator: number;
    readonly ratio: Exact;
    readonly capped: boolean;
  } | null;
}

export interface IndexExplanation extends ExplanationBase {
  readonly type: 'index';
  /** The typed index as decimal text, 0..maximum; null when unanswered. */
  readonly index: string | null;
  readonly maximum: Exact;
  /** Points that one whole index point brings (17.5 / 4 for IPAK and IPKP). */
  readonly pointsPerIndex: Exact;
}

/**
 * The explanation of one indicator's score. Values 0..1, points up to its full points, all exact.
 * Throws for a code the instrument does not have and for an answer that does not fit.
 * Source: 90/2021 Lampiran III and, where `appRule` is set, the app's own rule.
 */
export function explainIndicator(
  instrument: Instrument,
  code: IndicatorCode,
  answer: AnswerValue | null,
): Explanation {
  const indicator = instrument.byCode.get(code);
  if (indicator === undefined) throw new Error(`unknown indicator ${code}`);
  const base = explainBase(indicator, answer);
  switch (indicator.type) {
    case 'choice':
      return { ...base, type: 'choice', ...explainChoice(indicator, base, answer) };
    case 'counts':
      return { ...base, type: 'counts', ...explainCounts(indicator, answer) };
    case 'index':
      return { ...base, type: 'index', ...explainIndex(indicator, answer) };
  }
}

function explainBase(indicator: Indicator, answer: AnswerValue | null): ExplanationBase {
  const score = scoreIndicator(indicator, answer);
  return { ...score, code: indicator.code, missingPoints: score.fullPoints.sub(score.points) };
}

function explainChoice(
  indicator: ChoiceIndicator,
  score: IndicatorScore,
  answer: AnswerValue | null,
): Pick<ChoiceExplanation, 'chosen' | 'next'> {
  const letter = answer?.kind === 'choice' ? answer.letter : null;
  const chosen = indicator.options.find((option) => option.letter === letter) ?? null;
  const better = indicator.options.findLast((option) => option.value.compare(score.value) > 0);
  if (better === undefined) return { chosen, next: null };
  const adds = better.value.mul(score.fullPoints).sub(score.points);
  return { chosen, next: { option: better, adds } };
}

function explainCounts(
  indicator: CountsIndicator,
  answer: AnswerValue | null,
): Pick<CountsExplanation, 'counts' | 'division'> {
  const counts = answer?.kind === 'counts' ? completeCounts(indicator, answer.counts) : null;
  return { counts, division: counts === null ? null : divide(indicator, counts) };
}

function divide(
  { formula }: CountsIndicator,
  counts: ReadonlyMap<string, number>,
): CountsExplanation['division'] {
  const ratio = formula.kind === 'ratio';
  const denominator = countOf(counts, ratio ? formula.denominator : formula.before);
  const numerator = ratio
    ? countOf(counts, formula.numerator)
    : denominator - countOf(counts, formula.now);
  if (denominator === 0) return null;
  const uncapped = exactFromInteger(numerator).div(exactFromInteger(denominator));
  const capped = !clampToUnit(uncapped).equals(uncapped);
  return { numerator, denominator, ratio: uncapped, capped };
}

function explainIndex(
  indicator: IndexIndicator,
  answer: AnswerValue | null,
): Pick<IndexExplanation, 'index' | 'maximum' | 'pointsPerIndex'> {
  const { maximum, fullPoints } = indicator;
  const index = answer?.kind === 'index' ? answer.index : null;
  return { index, maximum, pointsPerIndex: fullPoints.div(maximum) };
}
