import type { Problem } from '../problem.js';
import type { AnswerValue } from './answer.js';

/**
 * Why a typed answer is refused. `field` of the problem is the indicator's code, or `code:count`.
 * not-on-scale {allowed}: letter (or anything else) outside the options
 * counts-expected: a numeric indicator got something else than its counts
 * unknown-count {known}: a count the indicator does not have
 * count-negative · count-not-whole · count-too-large {max}
 * index-not-a-number · index-too-precise {max} (decimals) · index-out-of-range {minimum, maximum}
 */
export const ANSWER_PROBLEM_CODES = [
  'not-on-scale',
  'counts-expected',
  'unknown-count',
  'count-negative',
  'count-not-whole',
  'count-too-large',
  'index-not-a-number',
  'index-too-precise',
  'index-out-of-range',
] as const;
export type AnswerProblemCode = (typeof ANSWER_PROBLEM_CODES)[number];

/**
 * What blank text means: in a form nothing was typed (unanswered), in a file it is not on the
 * scale. Absent and null are unanswered in both.
 */
export type BlankText = 'unanswered' | 'refused';

/** `answer` is null when unanswered. */
export type ParsedAnswer =
  | { readonly ok: true; readonly answer: AnswerValue | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };
