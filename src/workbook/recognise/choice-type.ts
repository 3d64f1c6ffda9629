import type { Indicator } from '../../domain/instrument/instrument.js';
import { CHOICE_WORDS } from '../../text/workbook-words.js';
import { compact } from './normal-text.js';

/** What the column of choices says about a row: "ya_tidak", "abcd", "percent", "count", "index". */
export function choiceType(text: string): string | null {
  const key = compact(text);
  if (key === CHOICE_WORDS.yesNo) return 'ya_tidak';
  if (key.length > 1 && CHOICE_WORDS.letters.test(key)) return key;
  if (CHOICE_WORDS.percent.includes(key)) return 'percent';
  if (key === CHOICE_WORDS.count) return 'count';
  return CHOICE_WORDS.index.test(key) ? 'index' : null;
}

export function expectedType(indicator: Indicator): string {
  switch (indicator.type) {
    case 'choice':
      return indicator.scale;
    case 'counts':
      return 'percent';
    case 'index':
      return 'index';
  }
}
