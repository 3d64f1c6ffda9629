import { z } from 'zod';
import { STAGES } from '../../domain/lke/stages.js';
import { recordedIn, type Standing, type TierStanding } from './standing.js';

/** What the table is narrowed and ordered by; everything unreadable means "not". */
export const SORTS = [
  'nama',
  'tahap',
  'isi',
  'mandiri',
  'pendahuluan',
  'tpi',
  'tpn',
  'pekan',
  'kegiatan',
  'mandek',
  'tenggat',
] as const;
export type Sort = (typeof SORTS)[number];

export const VERDICTS = ['', 'lulus', 'kurang'] as const;
export const ATTENTIONS = ['', 'mandek', 'hubungi'] as const;

const QUERY = z.object({
  tahap: z.enum(['', ...STAGES]).catch(''),
  ambang: z.enum(VERDICTS).catch(''),
  perhatian: z.enum(ATTENTIONS).catch(''),
  urut: z
    .string()
    .regex(new RegExp(`^-?(?:kode|${SORTS.join('|')})$`))
    .catch('kode'),
});
export type OversightQuery = z.infer<typeof QUERY>;

export function readQuery(raw: unknown): OversightQuery {
  return QUERY.parse(raw);
}

export function sortOf({ urut }: OversightQuery): {
  readonly key: Sort | 'kode';
  readonly descending: boolean;
} {
  const key = SORTS.find((sort) => sort === urut.replace('-', '')) ?? 'kode';
  return { key, descending: urut.startsWith('-') };
}

/** Narrowed and ordered; satker without an LKE stand last whatever the order. */
export function arrange(all: readonly Standing[], query: OversightQuery): readonly Standing[] {
  const { key, descending } = sortOf(query);
  const sign = descending ? -1 : 1;
  return all
    .filter((one) => isWanted(one, query))
    .map((one) => ({ one, key: sortKey(one, key) }))
    .sort((a, b) => {
      if (a.one.lke === null || b.one.lke === null) {
        return Number(a.one.lke === null) - Number(b.one.lke === null) || byCode(a.one, b.one);
      }
      return sign * compare(a.key, b.key) || byCode(a.one, b.one);
    })
    .map(({ one }) => one);
}

function isWanted({ lke }: Standing, { tahap, ambang, perhatian }: OversightQuery): boolean {
  if (lke === null) return tahap === '' && ambang === '' && perhatian === '';
  if (tahap !== '' && lke.stage !== tahap) return false;
  const { mandiri } = lke.tiers;
  const passes = mandiri.state === 'scored' && mandiri.failed === 0;
  if (ambang !== '' && passes !== (ambang === 'lulus')) return false;
  switch (perhatian) {
    case '':
      return true;
    case 'mandek':
      return lke.isStalled;
    case 'hubungi':
      return lke.calls.length > 0;
  }
}

type Key = string | number;

function sortKey({ satker, lke }: Standing, key: Sort | 'kode'): Key {
  if (lke === null) return 0;
  switch (key) {
    case 'kode':
      return satker.code;
    case 'nama':
      return satker.name;
    case 'tahap':
      return STAGES.indexOf(lke.stage);
    case 'isi':
      return lke.answered;
    case 'mandiri':
    case 'pendahuluan':
    case 'tpi':
    case 'tpn':
      return recordedIn(lke, key)?.total.valueOf() ?? scoreKey(lke.tiers[key]);
    case 'pekan':
      return lke.week.total.valueOf();
    case 'kegiatan':
      return lke.lastActivity ?? '';
    case 'mandek':
      return lke.idleDays ?? -1;
    case 'tenggat':
      return lke.end?.daysLeft ?? Number.MAX_SAFE_INTEGER;
  }
}

/** The stored REAL serves for sorting only; every figure shown is the exact one. */
function scoreKey(tier: TierStanding): number {
  return tier.state === 'scored' ? tier.sort : -1;
}

function compare(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return Number(a) - Number(b);
}

function byCode(a: Standing, b: Standing): number {
  return a.satker.code < b.satker.code ? -1 : 1;
}
