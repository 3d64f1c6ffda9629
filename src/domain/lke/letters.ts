import type { SatkerPlace } from '../access/roles.js';

/** What goes out on paper about an LKE: the recommendation to TPI, the report of TPI. */
export const PAPER_KINDS = ['surat', 'lhe'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export function isPaperKind(value: string): value is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(value);
}

/** Whose letterhead it is: the province's, the centre's for a KPU Provinsi ("00"), or TPI's. */
export function ownerOf(kind: PaperKind, place: SatkerPlace): string {
  if (kind === 'lhe') return 'tpi';
  return place.level === 'kabupaten/kota' ? place.provinceCode : '00';
}

/** How soon a letter asks to be read; the first where nothing is said. */
export const URGENCIES = ['biasa', 'segera', 'sangat-segera'] as const;
export type Urgency = (typeof URGENCIES)[number];

export function isUrgency(value: string): value is Urgency {
  return (URGENCIES as readonly string[]).includes(value);
}

/** The words TPI adds to the report: of the whole, of its eight checks, and per area. */
export const RECOMMENDED_AREAS = ['1', '2', '3', '4', '5', '6', 'hasil'] as const;

export function recommendationSection(area: string): string {
  return `rekomendasi-${area}`;
}
