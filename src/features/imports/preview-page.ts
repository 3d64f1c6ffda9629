import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { formatInstant, formatInteger } from '../../text/format.js';
import { problemText } from '../../text/messages.js';
import { layoutReadText, previewText as text } from '../../text/messages/imports.js';
import { defectText } from '../../text/messages/workbook-defects.js';
import type { Deps } from '../../web/deps.js';
import type { LkeNav } from '../../web/lke-nav.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { Comparison } from './compare-import.js';
import type { ImportPlace } from './import-place.js';
import {
  previewCounts,
  previewFigures,
  type FigureRow,
  type PreviewCount,
} from './preview-figures.js';
import {
  indicatorName,
  PREVIEW_FILTERS,
  previewAreas,
  type PreviewArea,
  type PreviewFilter,
} from './preview-rows.js';
import type { Selection } from './selection.js';
import type { Import } from './store.js';

/** A file beside what is stored: what would change, and what is wrong with the file. */
export interface ImportPreviewPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly fileName: string;
  readonly facts: readonly string[];
  readonly trust: string;
  readonly isTrusted: boolean;
  readonly warning: string | null;
  readonly counts: readonly PreviewCount[];
  readonly figures: readonly FigureRow[];
  readonly figureWarning: string | null;
  readonly filters: readonly Filter[];
  readonly filter: string;
  readonly areas: readonly PreviewArea[];
  readonly canApply: boolean;
  readonly isNarrowed: boolean;
  readonly shownOnly: string;
  readonly action: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly invalid: Listed;
  readonly unused: Listed;
  readonly unrecognised: Listed;
  readonly missing: Listed;
  readonly defects: Listed;
  readonly noDefects: string;
  /** All findings as one text, for whoever made the file. */
  readonly letter: string;
  readonly script: string;
}

interface Filter {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

interface Listed {
  readonly lines: readonly { readonly cell: string; readonly text: string }[];
  readonly more: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'imports/preview': ImportPreviewPage;
  }
}

export interface PreviewFacts {
  readonly place: ImportPlace;
  readonly found: Import;
  readonly comparison: Comparison;
  readonly selection: Selection;
  readonly filter: PreviewFilter;
  readonly warning: string | null;
}

export function previewPage(deps: Deps, facts: PreviewFacts): ImportPreviewPage {
  const { place, found, comparison, selection, filter, warning } = facts;
  const { lke, nav } = place;
  const at = [lke.satker.code, lke.year] as const;
  const { reading } = comparison;
  const areas = previewAreas(place, comparison, selection, filter);
  const figures = previewFigures(deps, place, comparison, selection);
  const isOpen = comparison.openness !== 'none';
  const lists = listsOf(place, comparison);
  const nothing = filter === '' ? text.nothingToTake : text.noRows;
  return {
    title: text.title,
    lkeNav: nav,
    backHref: paths.imports(...at),
    fileName: found.fileName,
    facts: factsOf(found, comparison, lke.satker.timeZone),
    trust: trustOf(comparison),
    isTrusted: comparison.isExportOfThis,
    warning: warning ?? (isOpen ? null : text.closed),
    counts: previewCounts(comparison),
    figures: figures.rows,
    figureWarning: figures.warning,
    filters: PREVIEW_FILTERS.map((one) => ({
      label: text.filters[one],
      href: withQuery(paths.import(...at, found.id), { tampilan: one }),
      current: one === filter,
    })),
    filter,
    areas,
    canApply: isOpen && areas.some(({ hasBoxes }) => hasBoxes),
    isNarrowed: filter !== '' && filter !== 'semua',
    shownOnly: text.shownOnly,
    action: paths.importApplication(...at, found.id),
    emptyTitle: nothing.title,
    emptyText: nothing.text,
    ...lists,
    noDefects: text.noDefects,
    letter: letterOf(found.fileName, reading.sheet, lists),
    script: `${paths.asset('import.js')}?v=${encodeURIComponent(deps.version)}`,
  };
}

function factsOf(found: Import, { reading }: Comparison, zone: string): readonly string[] {
  return [
    text.source(reading.sheet, layoutReadText[reading.layout]),
    text.uploaded(found.createdName, formatInstant(found.createdAt, zone)),
    text.until(formatInstant(found.expiresAt, zone)),
  ];
}

function trustOf({ isExportOfThis, reading }: Comparison): string {
  if (isExportOfThis) return text.ours;
  return reading.ours === null ? text.foreign : text.oursElsewhere;
}

const MOST_LINES = 100;

type Lists = Pick<ImportPreviewPage, 'invalid' | 'unused' | 'unrecognised' | 'missing' | 'defects'>;

function listsOf({ instrument }: ImportPlace, { reading, evidence }: Comparison): Lists {
  const invalid = reading.invalid.map(({ cell, code, value, reason, args }) => ({
    cell,
    text: text.invalidLine(indicatorName(instrument, code), value, reasonText(code, reason, args)),
  }));
  const unused = evidence.unused.map(({ cell, code, name, reason }) => ({
    cell,
    text: text.unusedLine(code, name, text.unused[reason]),
  }));
  const missing = reading.missing.map((code: IndicatorCode) => ({
    cell: '',
    text: indicatorName(instrument, code),
  }));
  return {
    invalid: listed(invalid),
    unused: listed(unused),
    unrecognised: listed(reading.unrecognised),
    missing: listed(missing),
    defects: listed(reading.defects.map((one) => ({ cell: one.cell, text: defectText(one) }))),
  };
}

function reasonText(
  field: string,
  code: string,
  args: Readonly<Record<string, string | number>> | undefined,
): string {
  return problemText(args === undefined ? { field, code } : { field, code, args });
}

function listed(lines: Listed['lines']): Listed {
  const rest = lines.length - MOST_LINES;
  return {
    lines: lines.slice(0, MOST_LINES),
    more: rest > 0 ? text.more(formatInteger(rest)) : null,
  };
}

function letterOf(fileName: string, sheet: string, { defects, invalid }: Lists): string {
  const lines = [...defects.lines, ...invalid.lines];
  if (lines.length === 0) return '';
  const told = lines.map((line, index) => `${index + 1}. ${text.letterLine(line.cell, line.text)}`);
  const more = [defects.more, invalid.more].filter((one) => one !== null);
  return [text.defectsHeading(fileName, sheet), ...told, ...more].join('\n');
}
