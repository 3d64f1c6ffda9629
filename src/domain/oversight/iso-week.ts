/** Weeks as ISO 8601 counts them: Monday to Sunday; week 1 holds the first Thursday of its year. */
export interface Week {
  /** `2026-W11` */
  readonly code: string;
  /** Days, `YYYY-MM-DD`. */
  readonly monday: string;
  readonly sunday: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The week in which a day `YYYY-MM-DD` lies. */
export function weekOfDay(day: string): Week {
  const at = Date.parse(`${day}T00:00:00Z`);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS;
  return weekFrom(monday);
}

/** The week of a code, or null where there is no such week. */
export function weekOfCode(code: string): Week | null {
  const parts = /^([1-9]\d{3})-W(\d{2})$/.exec(code);
  if (parts === null) return null;
  // 4 January lies in week 1 always.
  const first = Date.parse(weekOfDay(`${parts[1]}-01-04`).monday);
  const week = weekFrom(first + (Number(parts[2]) - 1) * 7 * DAY_MS);
  return week.code === code ? week : null;
}

/** So many weeks later, or earlier. */
export function shiftWeek(week: Week, by: number): Week {
  return weekFrom(Date.parse(week.monday) + by * 7 * DAY_MS);
}

function weekFrom(monday: number): Week {
  const year = new Date(monday + 3 * DAY_MS).getUTCFullYear();
  const fourth = Date.UTC(year, 0, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const number = Math.round((monday - first) / (7 * DAY_MS)) + 1;
  const code = `${year}-W${String(number).padStart(2, '0')}`;
  return { code, monday: dayOf(monday), sunday: dayOf(monday + 6 * DAY_MS) };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
