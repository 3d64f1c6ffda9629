import type { SatkerPlace } from '../access/roles.js';
import type { AreaKey } from '../instrument/instrument.js';

/** What goes out on paper about an LKE: the recommendation to TPI, the report of TPI. */
const PAPER_KINDS = ['surat', 'lhe'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export function isPaperKind(value: string): value is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(value);
}

/** Whose letterhead it is: the province's, the centre's for a KPU Provinsi ("00"), or TPI's. */
export function ownerOf(kind: PaperKind, place: SatkerPlace): string {
  if (kind === 'lhe') return 'tpi';
  return place.level === 'kabupaten/kota' ? place.provinceCode : '00';
}

const TPI_HEAD = /^tpi(?:-(\d{1,3}))?$/;

/** TPI has a letterhead for each who signs: "tpi", "tpi-2"… Its place in their order; 0 if it is none. */
export function tpiHeadPlace(owner: string): number {
  const found = TPI_HEAD.exec(owner);
  return found === null ? 0 : Number(found[1] ?? 1);
}

/** The owner of one more. */
export function nextTpiHead(owners: readonly string[]): string {
  const last = Math.max(0, ...owners.map(tpiHeadPlace));
  return last === 0 ? 'tpi' : `tpi-${last + 1}`;
}

/** How soon a letter asks to be read; the first where nothing is said. */
export const URGENCIES = ['biasa', 'segera', 'sangat-segera'] as const;
export type Urgency = (typeof URGENCIES)[number];

export function isUrgency(value: string): value is Urgency {
  return (URGENCIES as readonly string[]).includes(value);
}

/** The section of TPI's report in which an area's recommendations stand. */
export function recommendationSection(area: AreaKey): string {
  return `rekomendasi-${area}`;
}
