import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { STAGES } from '../../domain/lke/stages.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { ordered, type Column, type Ordering, type SortKey } from '../../web/ordering.js';
import type { LkeStanding, Standing } from './standing.js';
import { recordedIn } from './tier-standing.js';

/** What the table is ordered by. */
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

/** Whatever has no figure stands last, whatever the order. */
export function inOrder(
  list: readonly Standing[],
  order: Ordering<TableColumn>,
): readonly Standing[] {
  const { column } = order;
  return ordered(
    list,
    order,
    (one) => sortKey(one, column),
    (one) => tieOf(one, TIERS.find((tier) => tier === column) ?? 'mandiri'),
  );
}

/** By code, what its tier has begun to judge before what it has not. */
export function tieOf({ satker, lke }: Standing, tier: Tier): string {
  return `${lke?.tiers[tier].state === 'scored' ? 0 : 1} ${satker.code}`;
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

/**
 * The stored REAL serves for sorting only; every figure shown is the exact one. What an assessor has
 * judged in part would stand among the low scores, and is none yet.
 */
export function scoreKey(lke: LkeStanding, tier: Tier): number | null {
  const recorded = recordedIn(lke, tier);
  if (recorded !== null) return recorded.total.valueOf();
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored') return null;
  const { answered, of } = standing.score;
  return tier === 'mandiri' || answered === of ? standing.sort : null;
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
