import { sortingText } from '../text/messages/common.js';
import { choice, type Choice } from './choice.js';
import { sortColumn, type SortColumn } from './sort-column.js';

/** How a table is ordered: by a column, upwards or downwards. */
export interface Ordering<C extends string> {
  readonly column: C;
  readonly descending: boolean;
}

/** The same as fields of a form, for screens that show no heads. */
export interface SortFields {
  readonly words: typeof sortingText;
  /** Name and id of the field. */
  readonly field: string;
  readonly columns: readonly Choice[];
  readonly directions: readonly Choice[];
}

export interface Column<C extends string> {
  readonly column: C;
  readonly label: string;
  /** What a field can hold on a phone, where the label is longer. */
  readonly short?: string;
  readonly isNumber: boolean;
  /** A first look wants the highest. */
  readonly highestFirst?: boolean;
  /** Has no head of its own: the order that holds anyway. */
  readonly isHidden?: boolean;
}

/**
 * From a query: "nilai", or "-nilai" for downwards, which a form says in a field of its own.
 * Unreadable means the first column.
 */
export function readOrdering<C extends string>(
  columns: readonly Column<C>[],
  query: unknown,
  field = 'urut',
): Ordering<C> {
  const { [field]: raw, [`${field}-arah`]: direction } = query as Record<string, unknown>;
  const typed = typeof raw === 'string' ? raw : '';
  const found = columns.find(({ column }) => column === typed.replace(/^-/, ''));
  const [first] = columns;
  if (first === undefined) throw new Error('nothing to order by');
  if (found === undefined) return { column: first.column, descending: false };
  return { column: found.column, descending: typed.startsWith('-') || direction === 'turun' };
}

/** As it stands in an address; "" for the order that holds anyway. */
export function orderingText<C extends string>(
  columns: readonly Column<C>[],
  { column, descending }: Ordering<C>,
): string {
  if (column === columns[0]?.column && !descending) return '';
  return `${descending ? '-' : ''}${column}`;
}

export function sortHeads<C extends string>(
  columns: readonly Column<C>[],
  { column: key, descending }: Ordering<C>,
  hrefOf: (ordering: string) => string,
): readonly SortColumn[] {
  const [first] = columns;
  const shown = columns.filter(({ isHidden = false }) => !isHidden);
  return shown.map(({ column, label, isNumber, highestFirst = false }) =>
    sortColumn(
      { key: column, label, isNumber, descendsFirst: highestFirst },
      { key, descending },
      (urut) => hrefOf(urut === first?.column ? '' : urut),
    ),
  );
}

export function sortFields<C extends string>(
  columns: readonly Column<C>[],
  now: Ordering<C>,
  field = 'urut',
): SortFields {
  return {
    words: sortingText,
    field,
    columns: columns.map(({ column, label, short = label }) => choice(column, short, now.column)),
    directions: [
      choice('', sortingText.up, now.descending ? 'turun' : ''),
      choice('turun', sortingText.down, now.descending ? 'turun' : ''),
    ],
  };
}

export type SortKey = string | number | null;

/** Ordered by key and then by code; what has no key stands last in either direction. */
export function ordered<T>(
  list: readonly T[],
  { descending }: { readonly descending: boolean },
  keyOf: (one: T) => SortKey,
  codeOf: (one: T) => string,
): readonly T[] {
  const sign = descending ? -1 : 1;
  return list
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => {
      const byCode = codeOf(a.one) < codeOf(b.one) ? -1 : 1;
      if (a.key === null || b.key === null) {
        return Number(a.key === null) - Number(b.key === null) || byCode;
      }
      return sign * compare(a.key, b.key) || byCode;
    })
    .map(({ one }) => one);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
