import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { sourceText, wordingText as text } from '../../text/messages/wording.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { compareAreas, countSplit, type ComparedArea } from './compare.js';
import { textsOfDraft } from './draft.js';
import type { StoredDraft } from './draft-store.js';
import { LONGEST, type WordingTyped } from './form.js';
import type { StoredWording } from './store.js';
import { suggestSource } from './suggest-source.js';
import type { Fact } from './wording-page.js';
import type { WordingYear } from './year-handler.js';

/** What a file would bring, before it holds. */
export interface PreviewPage extends PageBase {
  readonly backHref: string;
  readonly backName: string;
  readonly problems: readonly ProblemLine[];
  readonly facts: readonly Fact[];
  /** Name of the source that would be replaced. */
  readonly replaces: string | null;
  readonly action: string;
  readonly seen: number;
  readonly fields: Readonly<Record<'source' | 'number' | 'day', SourceField>>;
  readonly areas: readonly ComparedArea[];
  readonly without: readonly {
    readonly code: string;
    readonly name: string;
    readonly why: string;
  }[];
  readonly unrecognised: readonly { readonly cell: string; readonly text: string }[];
  readonly more: string | null;
}

interface SourceField {
  readonly value: string;
  readonly problem: string | null;
  readonly longest: number;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'wording/preview': PreviewPage;
  }
}

export function previewPage(
  { year, instrument }: WordingYear,
  { id, file, draft }: StoredDraft,
  stored: StoredWording | null,
  typed: WordingTyped | null,
  problems: readonly Problem[] = [],
): PreviewPage {
  const texts = textsOfDraft(draft);
  const { split, of } = countSplit(instrument, texts);
  const areas = compareAreas(instrument, draft);
  const suggested = suggestSource(file.name);
  const shown = typed ?? { ...suggested, day: suggested.day ?? '' };
  const more = draft.unrecognisedCount - draft.unrecognised.length;
  const { facts } = text;
  return {
    title: text.previewTitle(year),
    backHref: paths.adminWording(year),
    backName: text.title(year),
    problems: problemLines(problems),
    facts: [
      { label: facts.file, value: file.name },
      { label: facts.layout, value: text.layouts[file.layout] },
      { label: facts.sheet, value: draft.sheet },
      { label: facts.indicators, value: text.of(texts.size, instrument.indicators.length) },
      { label: facts.split, value: text.of(split, of) },
    ],
    replaces: stored === null ? null : sourceText(stored.source),
    action: paths.adminWordingDraft(year, id),
    seen: typed?.seen ?? stored?.id ?? 0,
    fields: {
      source: fieldOf('title'),
      number: fieldOf('number'),
      day: fieldOf('day'),
    },
    areas,
    without: instrument.indicators.flatMap(({ code, shortName }) =>
      texts.has(code) ? [] : [{ code, name: shortName, why: whyOf(code) }],
    ),
    unrecognised: draft.unrecognised,
    more: more > 0 ? text.more(formatInteger(more)) : null,
  };

  function fieldOf(field: 'title' | 'number' | 'day'): SourceField {
    const longest = field === 'day' ? 10 : LONGEST[field];
    return { value: shown[field], problem: fieldProblem(problems, field), longest };
  }

  function whyOf(code: string): string {
    return draft.tooLong.some((one) => one === code) ? text.tooLong : text.missing;
  }
}
