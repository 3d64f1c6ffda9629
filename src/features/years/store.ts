import type { Db } from '../../db/store.js';
import { calendarOf } from './calendar.js';

export { calendarOf } from './calendar.js';

/** One date of a year as it holds for one satker. */
export interface YearDay {
  /** e.g. "mandiri-tutup", see fixtures/calendars. */
  readonly code: string;
  readonly name: string;
  /** `YYYY-MM-DD`; a national deadline is meant in WIB. */
  readonly day: string;
  /** An exception for this satker instead of the national date. */
  readonly isOwn: boolean;
  /** Something begins with the day; otherwise it is a deadline. */
  readonly begins: boolean;
  /** From how many days before it is pressing. */
  readonly pressingDays: number;
}

/** The dates of a year for any of its satker, as {@link datesFor} gives them, read at once. */
export async function yearDays(
  db: Db,
  year: number,
): Promise<(satkerCode: string) => readonly YearDay[]> {
  const rows = await selectDates(db, year).execute();
  const national = rows.filter((row) => row.satker_code === '');
  const common = heldDays(national, '');
  return (satkerCode) => {
    const own = rows.filter((row) => row.satker_code === satkerCode);
    return own.length === 0 ? common : heldDays([...national, ...own], satkerCode);
  };
}

/** The dates of a year that hold for a satker, earliest first; [] while the year is not open. */
export async function datesFor(
  db: Db,
  year: number,
  satkerCode: string,
): Promise<readonly YearDay[]> {
  const rows = await selectDates(db, year)
    .where('year_date.satker_code', 'in', ['', satkerCode])
    .execute();
  return heldDays(rows, satkerCode);
}

function selectDates(db: Db, year: number) {
  return db
    .selectFrom('year_date')
    .innerJoin('year', 'year.year', 'year_date.year')
    .select(['year.ruleset_id', 'year_date.code', 'year_date.satker_code', 'year_date.day'])
    .where('year_date.year', '=', year);
}

interface DateRow {
  readonly ruleset_id: string;
  readonly code: string;
  readonly satker_code: string;
  readonly day: string;
}

function heldDays(rows: readonly DateRow[], satkerCode: string): readonly YearDay[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { dates, pressing } = calendarOf(first.ruleset_id);
  const days: YearDay[] = dates.flatMap(({ code, name, begins }) => {
    const ofCode = rows.filter((row) => row.code === code);
    const own = ofCode.find((row) => row.satker_code !== '' && row.satker_code === satkerCode);
    const held = own ?? ofCode[0];
    if (held === undefined) return [];
    const { day } = held;
    return [{ code, name, day, isOwn: own !== undefined, begins, pressingDays: pressing.days }];
  });
  return days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
