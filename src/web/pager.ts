import { formatInteger } from '../text/format.js';
import { pagerSummary } from '../text/messages/common.js';

/** What the partial pager is given. */
export interface Pager {
  readonly summary: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** A page number from the query, 1 where it is none; never beyond the last page. */
export function pageNumber(raw: unknown, size: number, total: number): number {
  const wanted = typeof raw === 'string' && /^[1-9]\d{0,5}$/.test(raw) ? Number(raw) : 1;
  return Math.min(wanted, Math.max(1, Math.ceil(total / size)));
}

/** Null where everything fits on one page. */
export function buildPager(
  page: number,
  size: number,
  total: number,
  hrefOf: (page: number) => string,
): Pager | null {
  if (total <= size) return null;
  const from = (page - 1) * size + 1;
  const to = Math.min(page * size, total);
  return {
    summary: pagerSummary(formatInteger(from), formatInteger(to), formatInteger(total)),
    previous: page > 1 ? hrefOf(page - 1) : null,
    next: to < total ? hrefOf(page + 1) : null,
  };
}

/** The part of a list that the query asks for, with its pager. */
export function paged<T>(
  list: readonly T[],
  size: number,
  query: unknown,
  hrefOf: (page: string) => string,
): { readonly shown: readonly T[]; readonly pager: Pager | null } {
  const page = pageNumber((query as { halaman?: unknown }).halaman, size, list.length);
  return {
    shown: list.slice((page - 1) * size, page * size),
    pager: buildPager(page, size, list.length, (number) => hrefOf(String(number))),
  };
}

/** `path?a=1&b=2` without the empty ones. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const parts = Object.entries(query).filter(([, value]) => value !== '');
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`;
}
