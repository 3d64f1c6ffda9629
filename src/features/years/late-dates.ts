import { dayIn } from '../../text/format.js';
import type { Calendar, CalendarDate } from './calendar.js';

/** The dates that lie before the day of `instant`, as the calendar's zone counts days. */
export function datesBefore(
  { dates, timeZone }: Pick<Calendar, 'dates' | 'timeZone'>,
  instant: Date,
  dayOf: (date: CalendarDate) => string | undefined = ({ day }) => day,
): readonly CalendarDate[] {
  const today = dayIn(instant, timeZone);
  return dates.filter((date) => {
    const day = dayOf(date);
    return day !== undefined && day < today;
  });
}
