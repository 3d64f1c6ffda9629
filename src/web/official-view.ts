import type { Indicator } from '../domain/instrument/instrument.js';
import type { OfficialWording } from '../domain/wording/official-text.js';
import { splitCriteria, type SplitCriteria } from '../domain/wording/split-criteria.js';
import { officialText, sourceText } from '../text/messages/wording.js';

/** The official words of one indicator as they stand above its answer, and ours to be opened. */
export interface OfficialView {
  /** null where the heading says it already, or the sheet does not. */
  readonly question: string | null;
  /** The whole, or what stands before the options where they carry their own; null: nothing. */
  readonly criteria: string | null;
  readonly source: string;
  readonly ours: {
    readonly name: string;
    readonly explanation: string | null;
    readonly options: readonly { readonly letter: string; readonly criteria: string }[];
  };
}

/** A question longer than this stands in a paragraph, not in a heading. */
const LONGEST_HEADING = 250;

/** Name of an indicator in headings and lists: the official question where it is short enough. */
export function nameOf(indicator: Indicator, wording: OfficialWording | null): string {
  const question = wording?.texts.get(indicator.code)?.question ?? '';
  const fits = question !== '' && question.length <= LONGEST_HEADING && !question.includes('\n');
  const isShortened = indicator.shortName !== indicator.name;
  return fits && !isShortened ? question : indicator.shortName;
}

/** null where there is no official text of this indicator. */
export function officialView(
  indicator: Indicator,
  wording: OfficialWording | null,
): OfficialView | null {
  const text = wording?.texts.get(indicator.code);
  if (wording === null || text === undefined) return null;
  const split = splitOf(indicator, text.criteria);
  const criteria = split === null ? text.criteria : split.intro;
  return {
    question: text.question === nameOf(indicator, wording) ? null : orNull(text.question),
    criteria: orNull(criteria),
    source: officialText.source(sourceText(wording.source)),
    ours: {
      name: indicator.name,
      explanation: indicator.explanation,
      options: indicator.type === 'choice' && split !== null ? indicator.options : [],
    },
  };
}

/** Official criteria by option; null where they cannot be told apart, or there are none. */
export function officialOptions(
  indicator: Indicator,
  wording: OfficialWording | null,
): readonly string[] | null {
  const split = splitOf(indicator, wording?.texts.get(indicator.code)?.criteria ?? '');
  return split?.options.map((option) => option ?? officialText.unsaid) ?? null;
}

/** Only the criteria of a choice can be taken apart. */
export function splitOf(indicator: Indicator, criteria: string): SplitCriteria | null {
  if (indicator.type !== 'choice' || criteria === '') return null;
  return splitCriteria(
    criteria,
    indicator.options.map(({ letter }) => letter),
  );
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
