const MS_PER_DAY = 86_400_000;
/** Day 0 of the spreadsheet calendar as it counts from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Before this day spreadsheets count a 29 February 1900 that never was. */
const FIRST_TRUE_SERIAL = 61;
/** 1 January 10000. */
const AFTER_LAST_SERIAL = 2_958_466;

/**
 * A calendar day (`YYYY-MM-DD`) as a spreadsheet counts days, without any time zone. Days that
 * spreadsheets cannot hold stay text.
 */
export function serialOfDay(day: string): number | string {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / MS_PER_DAY);
  return Number.isInteger(serial) && serial >= FIRST_TRUE_SERIAL ? serial : day;
}

/** The calendar day of a spreadsheet's count, its time of day left out; null where it is none. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= FIRST_TRUE_SERIAL && serial < AFTER_LAST_SERIAL)) return null;
  return new Date(EPOCH + Math.floor(serial) * MS_PER_DAY).toISOString().slice(0, 10);
}
