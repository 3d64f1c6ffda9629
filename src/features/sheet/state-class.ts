import type { IndicatorValue } from '../../domain/scoring/sheet-score.js';

/** How the state of an indicator looks, beside the word for it. */
export const STATE_CLASS = {
  answered: 'zi-pass',
  'not-computable': 'zi-warn',
  unanswered: 'zi-open',
} as const satisfies Record<IndicatorValue['state'], string>;
