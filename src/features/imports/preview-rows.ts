import type { IndicatorDifference } from '../../domain/exchange/compare-reading.js';
import { isTakeable, type DifferenceKind } from '../../domain/exchange/difference.js';
import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { kindText, previewText as text } from '../../text/messages/imports.js';
import { areaText } from '../../text/messages/sheet.js';
import type { Comparison } from './compare-import.js';
import type { EvidenceOffer } from './evidence-offers.js';
import type { ImportPlace } from './import-place.js';
import type { Selection } from './selection.js';

export const PREVIEW_FILTERS = ['', 'mengisi', 'berbeda', 'dua-tempat', 'bukti', 'semua'] as const;
export type PreviewFilter = (typeof PREVIEW_FILTERS)[number];

export interface PreviewArea {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** Some row of it has a box. */
  readonly hasBoxes: boolean;
  readonly rows: readonly PreviewRow[];
}

export interface PreviewRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** "bukan bagian Anda", or null where the person may take it. */
  readonly blocked: string | null;
  readonly answer: PreviewPart;
  readonly note: PreviewPart;
  readonly offers: readonly PreviewBox[];
  /** Version on the page, where the row has a box for answer or note. */
  readonly seen: { readonly name: string; readonly value: number } | null;
}

export interface PreviewPart {
  readonly kind: string;
  readonly isOpen: boolean;
  readonly isWarning: boolean;
  readonly differs: boolean;
  readonly stored: string;
  readonly proposed: string;
  readonly box: PreviewBox | null;
}

export interface PreviewBox {
  readonly name: string;
  readonly label: string;
  readonly detail: string;
  readonly checked: boolean;
}

export function previewAreas(
  place: ImportPlace,
  comparison: Comparison,
  selection: Selection,
  filter: PreviewFilter,
): readonly PreviewArea[] {
  return place.instrument.areas.flatMap(({ key, name, indicators }) => {
    const rows = rowsOf(place, comparison, selection, filter, indicators);
    if (rows.length === 0) return [];
    const title = areaText.name(key, name);
    const hasBoxes = rows.some(({ seen, offers }) => seen !== null || offers.length > 0);
    return [{ key, id: `area-${key}`, title, caption: areaText.caption(title), hasBoxes, rows }];
  });
}

function rowsOf(
  place: ImportPlace,
  comparison: Comparison,
  selection: Selection,
  filter: PreviewFilter,
  indicators: readonly Indicator[],
): PreviewRow[] {
  const found = new Map(comparison.differences.map((one) => [one.code, one]));
  return indicators.flatMap((indicator) => {
    const difference = found.get(indicator.code);
    if (difference === undefined) return [];
    const offers = comparison.evidence.offers.filter(({ code }) => code === indicator.code);
    if (!isShown(filter, difference, offers)) return [];
    return [rowOf(place, comparison, selection, indicator, difference, offers)];
  });
}

function isShown(
  filter: PreviewFilter,
  { answer, note }: IndicatorDifference,
  offers: readonly EvidenceOffer[],
): boolean {
  const kinds = [answer.kind, note.kind];
  const some = (wanted: readonly DifferenceKind[]) => kinds.some((kind) => wanted.includes(kind));
  switch (filter) {
    case '':
      return kinds.some(isTakeable) || offers.length > 0 || answer.kind === 'invalid';
    case 'mengisi':
      return some(['fill']);
    case 'berbeda':
      return some(DIFFERING);
    case 'dua-tempat':
      return some(['both']);
    case 'bukti':
      return offers.length > 0;
    case 'semua':
      return true;
  }
}

export const DIFFERING: readonly DifferenceKind[] = [
  'differs',
  'only-in-file',
  'only-here',
  'cleared',
];

function rowOf(
  { lke, mayTake }: ImportPlace,
  { openness }: Comparison,
  selection: Selection,
  indicator: Indicator,
  { code, version, answer, note }: IndicatorDifference,
  offers: readonly EvidenceOffer[],
): PreviewRow {
  const blocked = whyBlocked(mayTake(code), isOpenFor(openness, code));
  const may = blocked === null;
  const words = (value: IndicatorDifference['answer']['stored']) =>
    answerText(indicator, value) || text.unanswered;
  const hasBox = may && (isTakeable(answer.kind) || isTakeable(note.kind));
  return {
    code,
    name: indicator.shortName,
    href: paths.answer(lke.satker.code, lke.year, code),
    blocked,
    answer: {
      ...partOf(answer.kind, words(answer.stored), words(answer.proposed)),
      box: boxOf(may && isTakeable(answer.kind), {
        name: `jawaban-${code}`,
        label: text.take.answer(code),
        checked: selection.answers.has(code),
      }),
    },
    note: {
      ...partOf(note.kind, note.stored ?? text.empty, note.proposed ?? text.empty),
      box: boxOf(may && isTakeable(note.kind), {
        name: `catatan-${code}`,
        label: text.take.note(code),
        checked: selection.notes.has(code),
      }),
    },
    offers: offers.map((offer) => offerBox(offer, may, selection)),
    seen: hasBox ? { name: `versi-${code}`, value: version } : null,
  };
}

function whyBlocked(isMine: boolean, isOpen: boolean): string | null {
  if (!isMine) return text.notMine;
  return isOpen ? null : text.locked;
}

function partOf(kind: DifferenceKind, stored: string, proposed: string): Omit<PreviewPart, 'box'> {
  const differs = isTakeable(kind);
  return {
    kind: kindText[kind],
    isOpen: kind === 'fill' || kind === 'only-in-file',
    isWarning: differs && kind !== 'fill' && kind !== 'only-in-file',
    differs,
    stored: kind === 'invalid' || kind === 'file-empty' ? text.stays(stored) : stored,
    proposed,
  };
}

function boxOf(has: boolean, box: Omit<PreviewBox, 'detail'>): PreviewBox | null {
  return has ? { ...box, detail: '' } : null;
}

function offerBox(
  { key, name, url, entry }: EvidenceOffer,
  may: boolean,
  selection: Selection,
): PreviewBox {
  return {
    name: may ? `bukti-${key}` : '',
    label: entry === null ? text.evidence.create(name) : text.evidence.link(entry.name),
    detail: url ?? '',
    checked: selection.evidence.has(key),
  };
}

/** The instrument's name for a code as a file may give it, `indicator:count`. */
export function indicatorName(instrument: Instrument, code: string): string {
  const own = code.split(':')[0] ?? code;
  const indicator = instrument.indicators.find((one) => one.code === own);
  return indicator === undefined ? code : `${own} ${indicator.shortName}`;
}
