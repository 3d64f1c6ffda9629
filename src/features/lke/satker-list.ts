import { z } from 'zod';
import { isStage, type Stage } from '../../domain/lke/stages.js';
import { readSorting, type Sorting } from '../../web/sort-column.js';
import type { ListedSatker } from './list-store.js';
import { countGates } from './stored-score.js';

/** What the list of satker is narrowed and ordered by; everything unreadable means "not". */
export const SATKER_SORTS = ['kode', 'nama', 'isi', 'nilai', 'ambang', 'kegiatan'] as const;
export type SatkerSort = (typeof SATKER_SORTS)[number];

export const FILLINGS = ['', 'kosong', 'sebagian', 'lengkap'] as const;

export const NOT_OPENED = 'belum-dibuka';

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  provinsi: z.string().max(2).catch(''),
  tahap: z.string().max(20).catch(''),
  isi: z.enum(FILLINGS).catch(''),
  urut: z
    .string()
    .regex(new RegExp(`^-?(?:${SATKER_SORTS.join('|')})$`))
    .catch('kode'),
});
export type SatkerListQuery = z.infer<typeof QUERY>;

export function readListQuery(raw: unknown): SatkerListQuery {
  return QUERY.parse(raw);
}

export function sortOf({ urut }: SatkerListQuery): Sorting<SatkerSort> {
  return readSorting(urut, SATKER_SORTS, 'kode');
}

/** The stages that occur, in the order of the workflow. */
export function stagesIn(satkerList: readonly ListedSatker[]): readonly Stage[] {
  const present = new Set(satkerList.flatMap(({ lke }) => (lke === null ? [] : [lke.stage])));
  return [...present].filter(isStage);
}

/** Narrowed and ordered; `of` is the number of indicators of the year's instrument. */
export function arrangeSatker(
  satkerList: readonly ListedSatker[],
  query: SatkerListQuery,
  of: number,
): readonly ListedSatker[] {
  const words = query.cari.toLowerCase().split(/\s+/);
  const narrowed = satkerList.filter(
    (satker) =>
      words.every((word) => `${satker.code} ${satker.name}`.toLowerCase().includes(word)) &&
      (query.provinsi === '' || satker.provinceCode === query.provinsi) &&
      isAtStage(satker, query.tahap) &&
      isFilled(satker, query.isi, of),
  );
  const { key, descending } = sortOf(query);
  const keyed = narrowed.map((satker) => ({ satker, key: sortKey(satker, key) }));
  keyed.sort((a, b) => compare(a.key, b.key) * (descending ? -1 : 1));
  return keyed.map(({ satker }) => satker);
}

function isAtStage({ lke }: ListedSatker, stage: string): boolean {
  if (stage === NOT_OPENED) return lke === null;
  return lke !== null && (stage === '' || lke.stage === stage);
}

function isFilled({ lke }: ListedSatker, wanted: SatkerListQuery['isi'], of: number): boolean {
  const answered = lke?.score?.answered ?? 0;
  switch (wanted) {
    case '':
      return true;
    case 'kosong':
      return answered === 0;
    case 'sebagian':
      return answered > 0 && answered < of;
    case 'lengkap':
      return answered >= of;
  }
}

type SortKey = string | number;

/** The stored REAL serves for sorting only; every figure shown is the exact one. */
function sortKey({ code, name, lke }: ListedSatker, key: SatkerSort): SortKey {
  switch (key) {
    case 'kode':
      return code;
    case 'nama':
      return name;
    case 'isi':
      return lke?.score?.answered ?? -1;
    case 'nilai':
      return lke?.score?.total_sort ?? -1;
    case 'ambang':
      return lke?.score ? countGates(lke.score, lke.target).failed : Number.MAX_SAFE_INTEGER;
    case 'kegiatan':
      return lke?.lastActivity ?? '';
  }
}

function compare(a: SortKey, b: SortKey): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return Number(a) - Number(b);
}
