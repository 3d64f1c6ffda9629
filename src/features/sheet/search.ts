import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import type { OfficialText, OfficialWording } from '../../domain/wording/official-text.js';
import type { AnswerRow } from '../lke/store.js';

/** Where the words of a search were found, best first; a code counts most. */
const FOUND_IN = ['code', 'name', 'official', 'criteria', 'checklist', 'note'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

export interface Hit {
  readonly indicator: Indicator;
  readonly foundIn: FoundIn;
  /** The text in which it was found; the name where it was the code. */
  readonly text: string;
}

/**
 * Indicators in which every word of the query occurs, in one of their texts: by code ("A.I.1",
 * "1.i.a"), name, official wording, criteria, typical evidence or the satker's own note. Sheet
 * order.
 */
export function searchIndicators(
  instrument: Instrument,
  notes: ReadonlyMap<string, Pick<AnswerRow, 'note'>>,
  query: string,
  wording: OfficialWording | null = null,
): readonly Hit[] {
  const byCode = codeHits(instrument, query.trim().toLowerCase());
  const words = wordsOf(query);
  if (byCode.length > 0 || words.length === 0) return byCode;
  return instrument.indicators.flatMap((indicator) => {
    const note = notes.get(indicator.code)?.note ?? '';
    const hit = hitOf({ indicator, note, official: wording?.texts.get(indicator.code) }, words);
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

interface Searched {
  readonly indicator: Indicator;
  readonly note: string;
  readonly official: OfficialText | undefined;
}

function hitOf(searched: Searched, words: readonly string[]): Hit | null {
  for (const foundIn of FOUND_IN) {
    const text = textsOf(searched, foundIn).find((one) => holds(one, words));
    if (text !== undefined) return { indicator: searched.indicator, foundIn, text };
  }
  return null;
}

function textsOf({ indicator, note, official }: Searched, where: FoundIn): readonly string[] {
  switch (where) {
    case 'code':
      return [];
    case 'name':
      return [indicator.name, indicator.officialName ?? '', indicator.formerName ?? ''];
    case 'official':
      return officialTexts(official);
    case 'criteria':
      return criteriaOf(indicator);
    case 'checklist':
      return indicator.checklist.map((item) => item.name);
    case 'note':
      return [note];
  }
}

/** A line that holds all the words says more than the whole, which may be long. */
function officialTexts(official: OfficialText | undefined): readonly string[] {
  if (official === undefined) return [];
  const { question, criteria } = official;
  return [question, ...criteria.split('\n'), criteria];
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
