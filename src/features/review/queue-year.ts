import { openYears } from '../../db/open-years.js';
import type { Db } from '../../db/store.js';
import { formatInteger } from '../../text/format.js';
import { queueText as text } from '../../text/messages/queue.js';
import { withQuery } from '../../web/pager.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { yearLinks, type YearLink } from '../../web/year-links.js';
import { runningByYear } from './queue-store.js';

export interface QueueYear {
  readonly year: number;
  /** Newest first. */
  readonly years: readonly number[];
}

/**
 * The year that an address asks for, the newest where it names none; "unknown" where it is not open,
 * "none" where no year is.
 */
export async function queueYear(db: Db, raw: unknown): Promise<QueueYear | 'unknown' | 'none'> {
  const years = await openYears(db);
  const [newest] = years;
  if (raw === undefined) return newest === undefined ? 'none' : { year: newest, years };
  const year = years.find((one) => String(one) === raw);
  return year === undefined ? 'unknown' : { year, years };
}

/** Each year with what it still holds for this person. */
export async function queueYears(
  db: Db,
  { userId, grants }: SignedIn,
  at: QueueYear,
  path: string,
): Promise<readonly YearLink[]> {
  if (at.years.length < 2) return [];
  const running = await runningByYear(db, grants, userId);
  return yearLinksOf(at, path, (year) => text.year(year, formatInteger(running.get(year) ?? 0)));
}

export function yearLinksOf(
  { year, years }: QueueYear,
  path: string,
  labelOf?: (year: number) => string,
): readonly YearLink[] {
  const hrefOf = (one: number) => withQuery(path, { tahun: one === years[0] ? '' : String(one) });
  return yearLinks(years, year, hrefOf, labelOf);
}
