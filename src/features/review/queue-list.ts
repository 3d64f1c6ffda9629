import { z } from 'zod';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { isEndStage, STAGES } from '../../domain/lke/stages.js';
import { queueText as text } from '../../text/messages/queue.js';
import {
  ordered,
  readOrdering,
  type Column,
  type Ordering,
  type SortKey,
} from '../../web/ordering.js';
import { stageEnd } from '../lke/store.js';
import type { YearDay } from '../years/store.js';
import type { ActLink } from './act-now.js';
import type { QueuedLke } from './queue-store.js';

/** One LKE of the queue, with what decides where it stands in it. */
export interface Queued {
  readonly lke: QueuedLke;
  readonly tier: JudgingTier;
  readonly days: readonly YearDay[];
  /** What this person has to do about it now; null where it is not their turn. */
  readonly act: ActLink | null;
}

/** Parts of the queue; "" is everything that has not ended. */
export const PARTS = ['', 'giliran', 'lain', 'berakhir'] as const;
export type QueuePart = (typeof PARTS)[number];

const COLUMN_NAMES = ['mendesak', 'nama', 'tahap', 'dinilai', 'tenggat', 'diam'] as const;
type QueueColumn = (typeof COLUMN_NAMES)[number];

export const QUEUE_COLUMNS: readonly Column<QueueColumn>[] = COLUMN_NAMES.map((column) => ({
  column,
  label: text.columns[column],
  isNumber: false,
  highestFirst: column === 'dinilai' || column === 'diam',
  isHidden: column === 'mendesak',
}));

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  tampil: z.enum(PARTS).catch(''),
  semua: z.enum(['', '1']).catch(''),
});

export type QueueQuery = z.infer<typeof QUERY> & { readonly order: Ordering<QueueColumn> };

/** Everything unreadable means "not". */
export function readQueueQuery(raw: unknown): QueueQuery {
  return { ...QUERY.parse(raw), order: readOrdering(QUEUE_COLUMNS, raw) };
}

export function isIn({ lke, act }: Queued, part: QueuePart): boolean {
  if (isEndStage(lke.stage)) return part === 'berakhir';
  switch (part) {
    case '':
      return true;
    case 'giliran':
      return act !== null;
    case 'lain':
      return act === null;
    case 'berakhir':
      return false;
  }
}

/** One part of the queue as it is asked for; what has no figure stands last. */
export function arranged(
  all: readonly Queued[],
  { cari, tampil, order }: QueueQuery,
  now: Date,
): readonly Queued[] {
  const words = cari.toLowerCase();
  return ordered(
    all.filter(
      (one) =>
        isIn(one, tampil) &&
        (one.lke.satker.code.startsWith(words) ||
          one.lke.satker.name.toLowerCase().includes(words)),
    ),
    order,
    (one) => sortKey(one, order.column, now),
    ({ lke }) => lke.satker.code,
  );
}

function sortKey(one: Queued, column: QueueColumn, now: Date): SortKey {
  const { lke, tier } = one;
  switch (column) {
    case 'mendesak':
      return urgencyOf(one, now);
    case 'nama':
      return lke.satker.name;
    case 'tahap':
      return STAGES.indexOf(lke.stage);
    case 'dinilai':
      return lke.assessed[tier];
    case 'tenggat':
      return endOf(one, now);
    case 'diam':
      return lke.lastActivity === null ? null : now.getTime() - Date.parse(lke.lastActivity);
  }
}

/** One's own turn, then what ends soonest, then what stands still longest. */
function urgencyOf(one: Queued, now: Date): string {
  const { act, lke } = one;
  const last = lke.lastActivity ?? '';
  return `${act === null ? 1 : 0} ${endOf(one, now) ?? 'none'} ${last}`;
}

function endOf({ lke, days }: Queued, now: Date): string | null {
  if (isEndStage(lke.stage)) return null;
  return stageEnd(days, lke.stage, now, lke.satker.timeZone, lke.sentBack)?.day ?? null;
}
