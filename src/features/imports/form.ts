import { PREVIEW_FILTERS, type PreviewFilter } from './preview-rows.js';
import type { Comparison } from './compare-import.js';
import type { MayTake, Selection } from './selection.js';

/** The form of a preview: which boxes are ticked, over which versions. */
export interface TypedSelection {
  readonly selection: Selection;
  readonly seen: ReadonlyMap<string, number>;
  readonly filter: PreviewFilter;
  /** A button that ticks or clears the boxes of one area instead of applying. */
  readonly mark: { readonly all: boolean; readonly area: string } | null;
}

const CODE = /^[A-Za-z0-9.~:-]{1,60}$/;

/** Unknown names are dropped: what is not offered cannot be taken. */
export function readSelection(body: unknown): TypedSelection {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const of = (prefix: string) =>
    fields.flatMap(([name, value]): [string, string][] => {
      const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      return CODE.test(rest) ? [[rest, value]] : [];
    });
  const ticked = (prefix: string) =>
    new Set(of(prefix).flatMap(([rest, value]) => (value === 'on' ? [rest] : [])));
  const plain = new Map(fields);
  const [which = '', area = ''] = (plain.get('pilih') ?? '').split(':');
  return {
    selection: {
      answers: ticked('jawaban-'),
      notes: ticked('catatan-'),
      evidence: ticked('bukti-'),
    },
    seen: new Map(of('versi-').map(([code, value]) => [code, versionOf(value)])),
    filter: filterOf(plain.get('tampilan')),
    mark: which === 'semua' || which === 'kosong' ? { all: which === 'semua', area } : null,
  };
}

export function filterOf(raw: unknown): PreviewFilter {
  return PREVIEW_FILTERS.find((known) => known === raw) ?? '';
}

/** A version that is none matches nothing that is stored. */
function versionOf(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : -1;
}

/** All boxes of one area ticked or cleared, those of the others as they were. */
export function markArea(
  { differences, evidence }: Comparison,
  { answers, notes, evidence: offered }: Selection,
  all: boolean,
  isInArea: MayTake,
): Selection {
  const codes = differences.map(({ code }) => code).filter(isInArea);
  const keys = evidence.offers.filter(({ code }) => isInArea(code)).map(({ key }) => key);
  const marked = (before: ReadonlySet<string>, names: readonly string[]) => {
    const rest = [...before].filter((name) => !names.includes(name));
    return new Set(all ? [...rest, ...names] : rest);
  };
  return {
    answers: marked(answers, codes),
    notes: marked(notes, codes),
    evidence: marked(offered, keys),
  };
}
