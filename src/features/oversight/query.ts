import { z } from 'zod';
import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { isOpenForFilling, STAGES } from '../../domain/lke/stages.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { verdictOf, VERDICTS } from './gate-verdict.js';
import {
  ordered,
  readOrdering,
  type Column,
  type Ordering,
  type SortKey,
} from '../../web/ordering.js';
import type { LkeStanding, Standing } from './standing.js';
import { recordedIn } from './tier-standing.js';

/** What the table is narrowed and ordered by; everything unreadable means "not". */
const COLUMN_NAMES = [
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
export type TableColumn = 'kode' | (typeof COLUMN_NAMES)[number];

const NUMBERS: readonly TableColumn[] = ['isi', ...TIERS, 'mandek'];
const HIGHEST_FIRST: readonly TableColumn[] = ['isi', ...TIERS, 'pekan', 'mandek', 'kegiatan'];

export const TABLE_COLUMNS: readonly Column<TableColumn>[] = [
  { ...columnOf('kode'), isHidden: true },
  ...COLUMN_NAMES.map(columnOf),
];

export const HANDED_IN = 'sudah-diajukan';
export const ATTENTIONS = ['', 'mandek', 'hubungi', 'giliran'] as const;

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  provinsi: z
    .string()
    .regex(/^\d\d$/)
    .catch(''),
  tahap: z.enum(['', ...STAGES, HANDED_IN]).catch(''),
  ambang: z.enum(['', ...VERDICTS]).catch(''),
  tingkat: z.enum(TIERS).catch('mandiri'),
  perhatian: z.enum(ATTENTIONS).catch(''),
});
export type OversightQuery = z.infer<typeof QUERY> & {
  readonly order: Ordering<TableColumn>;
};

export function readQuery(raw: unknown): OversightQuery {
  return { ...QUERY.parse(raw), order: readOrdering(TABLE_COLUMNS, raw) };
}

/** Whether anything is left out. */
export function isNarrowed({ cari, provinsi, tahap, ambang, perhatian }: OversightQuery): boolean {
  return [cari, provinsi, tahap, ambang, perhatian].some((one) => one !== '');
}

/** Narrowed and ordered; whatever has no figure stands last, whatever the order. */
export function arrange(all: readonly Standing[], query: OversightQuery): readonly Standing[] {
  const { column } = query.order;
  return ordered(
    all.filter((one) => isFound(one, query) && isWanted(one, query)),
    query.order,
    (one) => sortKey(one, column),
    ({ satker }) => satker.code,
  );
}

function isFound({ satker }: Standing, { cari, provinsi }: OversightQuery): boolean {
  if (provinsi !== '' && satker.provinceCode !== provinsi) return false;
  const words = cari.toLowerCase();
  return satker.code.startsWith(words) || satker.name.toLowerCase().includes(words);
}

function isWanted({ lke }: Standing, query: OversightQuery): boolean {
  const { tahap, ambang, tingkat, perhatian } = query;
  if (lke === null) return tahap === '' && ambang === '' && perhatian === '';
  if (tahap === HANDED_IN ? isOpenForFilling(lke.stage) : tahap !== '' && lke.stage !== tahap) {
    return false;
  }
  if (ambang !== '' && verdictOf(lke, tingkat) !== ambang) return false;
  return isNoticed(lke, perhatian);
}

function isNoticed(lke: LkeStanding, attention: OversightQuery['perhatian']): boolean {
  switch (attention) {
    case '':
      return true;
    case 'mandek':
      return lke.isStalled;
    case 'hubungi':
      return isToCall(lke);
    case 'giliran':
      return lke.part === 'own';
  }
}

/** Somebody else has to act, presses, and can be rung up. */
export function isToCall({ part, reasons }: LkeStanding): boolean {
  return part === 'call' && reasons.length > 0;
}

function sortKey({ satker, lke }: Standing, column: TableColumn): SortKey {
  if (lke === null) return null;
  switch (column) {
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
      return scoreKey(lke, column);
    case 'pekan':
      return Math.max(0, ...lke.moves.map(({ before, after }) => distance(before, after)));
    case 'kegiatan':
      return lke.lastActivity;
    case 'mandek':
      return lke.idleDays;
    case 'tenggat':
      return lke.end?.daysLeft ?? null;
  }
}

/** The stored REAL serves for sorting only; every figure shown is the exact one. */
export function scoreKey(lke: LkeStanding, tier: Tier): number | null {
  const recorded = recordedIn(lke, tier);
  if (recorded !== null) return recorded.total.valueOf();
  const standing = lke.tiers[tier];
  return standing.state === 'scored' ? standing.sort : null;
}

type Move = LkeStanding['moves'][number];

function distance(before: Move['before'], after: Move['after']): number {
  return after.total.sub(before.total).abs().valueOf();
}

function columnOf(column: TableColumn): Column<TableColumn> {
  return {
    column,
    label: text.columns[column],
    isNumber: NUMBERS.includes(column),
    highestFirst: HIGHEST_FIRST.includes(column),
  };
}
