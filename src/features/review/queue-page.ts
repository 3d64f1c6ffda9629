import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { queueText as text } from '../../text/messages/queue.js';
import { orderingText, sortFields, sortHeads, type SortFields } from '../../web/ordering.js';
import { paged, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { SortColumn } from '../../web/sort-column.js';
import type { YearLink } from '../../web/year-links.js';
import {
  arranged,
  isIn,
  PARTS,
  QUEUE_COLUMNS,
  type Queued,
  type QueueQuery,
} from './queue-list.js';
import type { QueueRow } from './queue-row.js';

interface Link {
  readonly href: string;
  readonly label: string;
}

export interface QueuePage extends PageBase {
  readonly years: readonly YearLink[];
  readonly intro: string;
  readonly toggle: Link | null;
  /** How far everything is that has not ended; null where nothing is. */
  readonly sum: null | {
    readonly text: string;
    readonly label: string;
    readonly done: number;
    readonly of: number;
  };
  readonly workloadHref: string | null;
  readonly parts: readonly (Link & { readonly current: boolean })[];
  /** null where there is nothing to search. */
  readonly search: null | {
    readonly foldLabel: string;
    readonly action: string;
    readonly text: string;
    readonly sorting: SortFields;
    readonly hidden: readonly { readonly name: string; readonly value: string }[];
    readonly found: string | null;
    readonly clear: string;
  };
  readonly columns: readonly SortColumn[];
  readonly actionLabel: string;
  readonly rows: readonly QueueRow[];
  readonly pager: Pager | null;
  readonly empty: { readonly title: string; readonly text: string };
  readonly emptyLink: Link;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/queue': QueuePage;
  }
}

const PAGE_SIZE = 50;

export interface QueueFacts {
  /** null where no year is open. */
  readonly year: number | null;
  readonly isNewest: boolean;
  readonly years: readonly YearLink[];
  readonly now: Date;
  /** Number of indicators. */
  readonly of: number;
  readonly reachable: number;
  /** How many are assigned to this person. */
  readonly assigned: number;
  /** What the queue holds: the assigned ones, or all. */
  readonly queue: readonly Queued[];
  readonly mayAssign: boolean;
  readonly raw: unknown;
  readonly rowOf: (one: Queued) => QueueRow;
}

export function queuePage(facts: QueueFacts, query: QueueQuery): QueuePage {
  const { year, years, queue, now, raw, rowOf } = facts;
  const hrefOf = hrefsOf(facts, query);
  const found = arranged(queue, query, now);
  const { shown, pager } = paged(found, PAGE_SIZE, raw, (halaman) => hrefOf({ halaman }));
  return {
    title: year === null ? text.titleWithoutYear : text.title(year),
    years,
    ...introOf(facts, query),
    sum: sumOf(facts),
    workloadHref: facts.mayAssign
      ? withQuery(paths.reviewWorkload(), { tahun: yearField(facts) })
      : null,
    parts: queue.length === 0 ? [] : partsOf(queue, query, hrefOf),
    search: queue.length < 2 ? null : searchOf(facts, query, found.length, hrefOf),
    columns: sortHeads(QUEUE_COLUMNS, query.order, (urut) => hrefOf({ urut })),
    actionLabel: text.columns.tindakan,
    rows: shown.map(rowOf),
    pager,
    empty: emptyOf(facts, query),
    emptyLink: { href: paths.satkerList(), label: text.satkerList },
  };
}

type HrefOf = (changed: Readonly<Record<string, string>>) => string;

/** The queue with something changed; another part or another order begins at its first page. */
function hrefsOf(facts: QueueFacts, { semua, tampil, cari, order }: QueueQuery): HrefOf {
  const urut = orderingText(QUEUE_COLUMNS, order);
  const kept = { tahun: yearField(facts), semua, tampil, cari, urut };
  return (changed) => withQuery(paths.reviewQueue(), { ...kept, ...changed });
}

/** As it stands in an address: the newest year needs no name. */
function yearField({ year, isNewest }: QueueFacts): string {
  return year === null || isNewest ? '' : String(year);
}

function introOf(facts: QueueFacts, { semua }: QueueQuery): Pick<QueuePage, 'intro' | 'toggle'> {
  const { reachable, assigned } = facts;
  if (reachable === 0) return { intro: '', toggle: null };
  if (assigned === 0) return { intro: text.unassigned, toggle: null };
  const isAll = semua === '1';
  const other = { tahun: yearField(facts), semua: isAll ? '' : '1' };
  return {
    intro: text.assigned(assigned),
    toggle: {
      href: withQuery(paths.reviewQueue(), other),
      label: isAll ? text.showAssigned : text.showAll,
    },
  };
}

/** Over everything that has not ended, whatever part is shown. */
function sumOf({ queue, of }: QueueFacts): QueuePage['sum'] {
  const running = queue.filter((one) => isIn(one, ''));
  if (running.length === 0) return null;
  const done = running.reduce((sum, { lke, tier }) => sum + (lke.assessed[tier] ?? 0), 0);
  const all = running.length * of;
  return {
    text: text.sum(formatInteger(done), formatInteger(all), formatInteger(running.length)),
    label: text.sumLabel,
    done,
    of: all,
  };
}

function partsOf(
  queue: readonly Queued[],
  { tampil }: QueueQuery,
  hrefOf: HrefOf,
): QueuePage['parts'] {
  return PARTS.map((part) => ({
    href: hrefOf({ tampil: part, cari: '' }),
    label: text.parts[part](formatInteger(queue.filter((one) => isIn(one, part)).length)),
    current: part === tampil,
  }));
}

function searchOf(
  facts: QueueFacts,
  { semua, tampil, cari, order }: QueueQuery,
  found: number,
  hrefOf: HrefOf,
): QueuePage['search'] {
  const hidden = { tahun: yearField(facts), semua, tampil };
  const all = facts.queue.filter((one) => isIn(one, tampil)).length;
  return {
    foldLabel: text.fold,
    action: paths.reviewQueue(),
    text: cari,
    sorting: sortFields(QUEUE_COLUMNS, order),
    hidden: Object.entries(hidden).flatMap(([name, value]) =>
      value === '' ? [] : [{ name, value }],
    ),
    found: cari === '' ? null : text.found(formatInteger(found), formatInteger(all)),
    clear: hrefOf({ cari: '' }),
  };
}

function emptyOf({ queue }: QueueFacts, { cari, tampil }: QueueQuery): QueuePage['empty'] {
  if (queue.length === 0) return text.none;
  return cari === '' ? text.noneIn[tampil] : text.noneFound;
}
