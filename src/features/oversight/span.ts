import { shiftWeek, weekOfCode, weekOfDay, type Week } from '../../domain/oversight/iso-week.js';

/** Days in a week. */
export const WEEK = 7;

/** In an address, where a week has its code: the seven days up to today. */
export const LAST_DAYS = 'tujuh-hari';

/** What a digest tells of; days `YYYY-MM-DD`, both in it. */
export interface Span {
  /** null: the last seven days, which the column "Sepekan" compares. */
  readonly week: Week | null;
  readonly from: string;
  readonly to: string;
  /** It holds today. */
  readonly isNow: boolean;
}

/** Without a code the week that runs; null where the code names none, or one to come. */
export function spanOf(code: string | undefined, today: string): Span | null {
  if (code === LAST_DAYS) {
    return { week: null, from: daysAgo(today, WEEK - 1), to: today, isNow: true };
  }
  const running = weekOfDay(today);
  const week = code === undefined ? running : weekOfCode(code);
  if (week === null || week.monday > running.monday) return null;
  const { monday: from, sunday: to } = week;
  return { week, from, to, isNow: week.code === running.code };
}

/** The week before, and the one after unless it is still to come. */
export function neighboursOf({ week, isNow }: Span, today: string) {
  const around = week ?? weekOfDay(today);
  return {
    previous: shiftWeek(around, week === null ? 0 : -1),
    next: isNow ? null : shiftWeek(around, 1),
  };
}

export function daysAgo(day: string, count: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) - count * 24 * 60 * 60 * 1000;
  return new Date(at).toISOString().slice(0, 10);
}
