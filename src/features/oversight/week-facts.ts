import type { Deps } from '../../web/deps.js';
import { dayIn } from '../../text/format.js';
import { shiftWeek, weekOfCode, weekOfDay, type Week } from '../../domain/oversight/iso-week.js';
import type { Watched } from './read-standings.js';
import { scoresAt, type DayScore } from './store.js';
import { decisionsIn, returnsIn, submissionsIn } from './week-store.js';

export interface WeekFacts {
  readonly week: Week;
  readonly isNow: boolean;
  /** Scores at the end of the Sunday before, and of this Sunday (or as they are now). */
  readonly before: ReadonlyMap<string, DayScore>;
  readonly after: ReadonlyMap<string, DayScore>;
  readonly submissions: Awaited<ReturnType<typeof submissionsIn>>;
  readonly returns: Awaited<ReturnType<typeof returnsIn>>;
  readonly decisions: Awaited<ReturnType<typeof decisionsIn>>;
}

/** Without a code the week that runs now; null where the code names none, or one to come. */
export async function readWeek(
  { store }: Pick<Deps, 'store'>,
  { frame, zone }: Watched,
  code: string | undefined,
): Promise<WeekFacts | null> {
  const { db } = store;
  const { year, now } = frame;
  const running = weekOfDay(dayIn(now, zone));
  const week = code === undefined ? running : weekOfCode(code);
  if (week === null || week.monday > running.monday) return null;
  // Instants are fetched a day wider on either side and then held to days of the zone.
  const span = { year, from: dayBefore(week.monday), to: `${shiftWeek(week, 1).monday}T24` };
  const isIn = ({ at }: { readonly at: string }) => {
    const day = dayIn(new Date(at), zone);
    return day >= week.monday && day <= week.sunday;
  };
  return {
    week,
    isNow: week.code === running.code,
    before: await scoresAt(db, year, shiftWeek(week, -1).sunday),
    after: await scoresAt(db, year, week.sunday),
    submissions: (await submissionsIn(db, span)).filter(isIn),
    returns: (await returnsIn(db, span)).filter(isIn),
    decisions: (await decisionsIn(db, span)).filter(isIn),
  };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString();
}
