import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import type { AnswerRow } from '../lke/store.js';

/** Where the words of a search were found, best first; a code counts most. */
export const FOUND_IN = ['code', 'name', 'criteria', 'checklist', 'note'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

export interface Hit {
  readonly indicator: Indicator;
  readonly foundIn: FoundIn;
  /** The text in which it was found; the name where it was the code. */
  readonly text: string;
}

/**
 * Indicators in which every word of the query occurs, in one of their texts: by code ("A.I.1",
 * "1.i.a"), name, criteria, typical evidence or the satker's own note. Sheet order.
 */
export function searchIndicators(
  instrument: Instrument,
  notes: ReadonlyMap<string, Pick<AnswerRow, 'note'>>,
  query: string,
): readonly Hit[] {
  const byCode = codeHits(instrument, query.trim().toLowerCase());
  const words = wordsOf(query);
  if (byCode.length > 0 || words.length === 0) return byCode;
  return instrument.indicators.flatMap((indicator) => {
    const hit = hitOf(indicator, notes.get(indicator.code)?.note ?? '', words);
    return hit === null ? [] : [hit];
  });
}

/** What looks like a code is looked for among the codes only. */
function codeHits(instrument: Instrument, typed: string): Hit[] {
  if (!typed.includes('.')) return [];
  return instrument.indicators
    .filter(({ code }) => code.toLowerCase().includes(typed))
    .map((indicator) => ({ indicator, foundIn: 'code', text: indicator.name }));
}

function hitOf(indicator: Indicator, note: string, words: readonly string[]): Hit | null {
  for (const foundIn of FOUND_IN) {
    const text = textsOf(indicator, note, foundIn).find((one) => holds(one, words));
    if (text !== undefined) return { indicator, foundIn, text };
  }
  return null;
}

function textsOf(indicator: Indicator, note: string, where: FoundIn): readonly string[] {
  switch (where) {
    case 'code':
      return [];
    case 'name':
      return [indicator.name, indicator.officialName ?? '', indicator.formerName ?? ''];
    case 'criteria':
      return criteriaOf(indicator);
    case 'checklist':
      return indicator.checklist.map((item) => item.name);
    case 'note':
      return [note];
  }
}

function criteriaOf(indicator: Indicator): readonly string[] {
  switch (indicator.type) {
    case 'choice':
      return indicator.options.map((option) => option.criteria);
    case 'counts':
      return [...indicator.inputs.map((input) => input.label), indicator.explanation ?? ''];
    case 'index':
      return [indicator.explanation ?? ''];
  }
}

/** Every word begins a word of the text: "tim" finds "Tim Kerja", not "optimal". */
function holds(text: string, words: readonly string[]): boolean {
  const searched = ` ${wordsOf(text).join(' ')}`;
  return words.every((word) => searched.includes(` ${word}`));
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
