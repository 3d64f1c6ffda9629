import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import type { OfficialText } from '../../domain/wording/official-text.js';
import { wordingText as text } from '../../text/messages/wording.js';
import { splitOf } from '../../web/official-view.js';
import type { WordingDraft } from './draft.js';

/** One area of the preview: our words beside the official ones. */
export interface ComparedArea {
  readonly name: string;
  readonly count: string;
  readonly isComplete: boolean;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  readonly code: string;
  readonly ours: Words;
  readonly official: (Words & { readonly isSame: boolean; readonly isWhole: boolean }) | null;
  /** Why there is no official text, in a word. */
  readonly why: string | null;
}

interface Words {
  readonly question: string;
  readonly text: string | null;
  /** No letter where the sentence begins with it ("Ya, apabila …"). */
  readonly options: readonly { readonly letter: string | null; readonly criteria: string }[];
}

export function compareAreas(
  instrument: Instrument,
  draft: Pick<WordingDraft, 'texts' | 'tooLong'>,
): readonly ComparedArea[] {
  const texts = new Map(draft.texts.map((one) => [one.code, one] as const));
  const tooLong = new Set(draft.tooLong);
  return instrument.areas.map((area) => {
    const found = area.indicators.filter(({ code }) => texts.has(code)).length;
    const of = area.indicators.length;
    return {
      name: text.area(area.key, area.name),
      count: text.areaCount(found, of),
      isComplete: found === of,
      rows: area.indicators.map((indicator) => {
        const official = texts.get(indicator.code);
        return {
          code: indicator.code,
          ours: ourWords(indicator),
          official: official === undefined ? null : officialWords(indicator, official),
          why: whyNot(official !== undefined, tooLong.has(indicator.code)),
        };
      }),
    };
  });
}

/** How many of the choices with official criteria have them by option. */
export function countSplit(
  instrument: Instrument,
  texts: ReadonlyMap<string, OfficialText>,
): { readonly split: number; readonly of: number } {
  const choices = instrument.indicators.filter(
    ({ type, code }) => type === 'choice' && (texts.get(code)?.criteria ?? '') !== '',
  );
  const split = choices.filter((one) => splitOf(one, texts.get(one.code)?.criteria ?? '') !== null);
  return { split: split.length, of: choices.length };
}

function whyNot(isFound: boolean, isTooLong: boolean): string | null {
  if (isTooLong) return text.tooLong;
  return isFound ? null : text.missing;
}

function ourWords(indicator: Indicator): Words {
  return {
    question: indicator.name,
    text: indicator.explanation,
    options: indicator.type === 'choice' ? indicator.options : [],
  };
}

function officialWords(
  indicator: Indicator,
  { question, criteria }: OfficialText,
): ComparedRow['official'] {
  const split = splitOf(indicator, criteria);
  const letters = indicator.type === 'choice' ? indicator.options : [];
  const options = letters.flatMap(({ letter }, index) => {
    const said = split?.options[index] ?? null;
    return said === null
      ? []
      : [{ letter: beginsWith(said, letter) ? null : letter, criteria: said }];
  });
  const whole = criteria === '' ? text.noCriteria : criteria;
  return {
    question: question === '' ? text.noQuestion : question,
    isSame: question === indicator.name,
    text: split === null ? whole : split.intro === '' ? null : split.intro,
    options,
    isWhole: split === null && indicator.type === 'choice' && criteria !== '',
  };
}

function beginsWith(sentence: string, letter: string): boolean {
  return letter.length > 1 && sentence.toLowerCase().startsWith(letter.toLowerCase());
}
