import type { IndicatorCode } from '../instrument/instrument.js';

/**
 * One answer of one tier to one indicator, already validated against the instrument.
 * counts: typed counts only (computed totals are never stored), each a whole number 0..999999999;
 * a missing key means not typed, and then the indicator is unanswered.
 * index: decimal text with a point, 0..4, at most 15 decimals, e.g. "3.6".
 */
export type AnswerValue =
  | { readonly kind: 'choice'; readonly letter: string }
  | { readonly kind: 'counts'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'index'; readonly index: string };

/** The answers of one sheet and one tier; an indicator that is absent is unanswered. */
export type Answers = ReadonlyMap<IndicatorCode, AnswerValue>;
