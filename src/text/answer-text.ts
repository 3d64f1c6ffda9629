import { exactFromDecimal } from '../domain/exact.js';
import type { Indicator } from '../domain/instrument/instrument.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import { formatInteger, formatScore, formatShort } from './format.js';

/** An answer in one short line: "B", "3,57", "Jumlah Agen Perubahan 7 · Jumlah Perubahan 7". */
export function answerText(indicator: Indicator, value: AnswerValue | null): string {
  if (value === null) return '';
  switch (value.kind) {
    case 'choice':
      return value.letter;
    case 'index':
      return formatShort(exactFromDecimal(value.index), 15);
    case 'counts':
      return countTexts(indicator, value.counts)
        .map(({ label, count }) => `${label} ${count}`)
        .join(' · ');
  }
}

/** Only the figures, for a list: "7 · 7". */
export function answerFigures(indicator: Indicator, value: AnswerValue | null): string {
  if (value?.kind !== 'counts') return answerText(indicator, value);
  return countTexts(indicator, value.counts)
    .map(({ count }) => count)
    .join(' · ');
}

/** As a report prints it: an index with two decimals at least, "3,60". */
export function formalAnswer(indicator: Indicator, value: AnswerValue | null): string {
  return value?.kind === 'index' ? formalIndex(value.index) : answerText(indicator, value);
}

export function formalFigures(indicator: Indicator, value: AnswerValue | null): string {
  return value?.kind === 'index' ? formalIndex(value.index) : answerFigures(indicator, value);
}

function formalIndex(index: string): string {
  const exact = exactFromDecimal(index);
  const [short, padded] = [formatShort(exact, 15), formatScore(exact)];
  return short.length > padded.length ? short : padded;
}

function countTexts(
  indicator: Indicator,
  counts: Readonly<Record<string, number>>,
): { label: string; count: string }[] {
  if (indicator.type !== 'counts') return [];
  return indicator.inputs.flatMap(({ key, label, computedFrom }) => {
    if (computedFrom !== null) return [];
    const count = counts[key];
    return [{ label, count: count === undefined ? '–' : formatInteger(count) }];
  });
}
