import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { sourceText, wordingText as text } from '../../text/messages/wording.js';
import type { Db } from '../../db/store.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { countSplit } from './compare.js';
import { findWording, readWording, type StoredWording } from './store.js';
import type { WordingYear } from './year-handler.js';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The official wording of a year as it stands, and the way to load one. */
export interface WordingPage extends PageBase {
  readonly backHref: string;
  readonly yearName: string;
  readonly stored: {
    readonly facts: readonly Fact[];
    readonly without: readonly { readonly code: string; readonly name: string }[];
    readonly removalHref: string;
  } | null;
  readonly action: string;
  readonly problems: readonly ProblemLine[];
  readonly fileProblem: string | null;
  /** Sheets of the last file that could all be meant, to choose one of. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly sheetProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'wording/wording': WordingPage;
  }
}

export async function wordingPage(
  db: Db,
  { year, instrument }: WordingYear,
  problems: readonly Problem[] = [],
  sheets: readonly string[] = [],
): Promise<WordingPage> {
  const stored = await findWording(db, year);
  return {
    title: text.title(year),
    backHref: paths.adminYear(year),
    yearName: text.year(year),
    stored: stored === null ? null : await storedFacts(db, stored, year, instrument),
    action: paths.adminWording(year),
    problems: problemLines(problems),
    fileProblem: fieldProblem(problems, 'file'),
    sheets: sheets.map((name, index) => ({ id: `sheet-${index + 1}`, name })),
    sheetProblem: fieldProblem(problems, 'sheet'),
  };
}

async function storedFacts(
  db: Db,
  stored: StoredWording,
  year: number,
  instrument: Instrument,
): Promise<WordingPage['stored']> {
  const texts = (await readWording(db, year))?.texts ?? new Map();
  const { indicators } = instrument;
  return {
    facts: storedFactsOf(stored, instrument, texts),
    without: indicators
      .filter(({ code }) => !texts.has(code))
      .map(({ code, shortName }) => ({ code, name: shortName })),
    removalHref: paths.adminWordingRemoval(year),
  };
}

function storedFactsOf(
  { source, file, loadedAt, loadedBy }: StoredWording,
  instrument: Instrument,
  texts: Parameters<typeof countSplit>[1],
): readonly Fact[] {
  const { split, of } = countSplit(instrument, texts);
  const { facts } = text;
  return [
    { label: facts.source, value: sourceText(source) },
    { label: facts.file, value: file.name },
    { label: facts.layout, value: text.layouts[file.layout] },
    { label: facts.loaded, value: text.by(formatInstant(loadedAt, NATIONAL_ZONE), loadedBy) },
    { label: facts.indicators, value: text.of(texts.size, instrument.indicators.length) },
    { label: facts.split, value: text.of(split, of) },
  ];
}
