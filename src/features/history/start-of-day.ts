const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OFFSET = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/;

/** The instant at which a day `YYYY-MM-DD` begins in a zone; null for anything that is no day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  const utc = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== day) return null;
  return new Date(utc - offsetMs(new Date(utc), timeZone));
}

/** The day after, in the calendar. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Indonesia has no summer time, so the offset at UTC midnight is that of the whole day. */
function offsetMs(at: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(name ?? '') ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -offset : offset;
}
