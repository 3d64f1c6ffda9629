import { exactToDecimal, type Exact } from '../domain/exact.js';

/** Numbers and dates as Indonesians write them. The time zone is always an argument. */
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** "75,00": exactly `digits` decimals, rounded half up. */
export function formatScore(value: Exact, digits = 2): string {
  const [whole = '0', fraction = ''] = exactToDecimal(value, digits, 'half-up').split('.');
  const padded = digits === 0 ? '' : `,${fraction.padEnd(digits, '0')}`;
  return `${withThousands(whole)}${padded}`;
}

/** Up to `digits` decimals, none where not needed: "0,5", "17,5", "8". */
export function formatShort(value: Exact, digits = 4): string {
  return decimalToText(exactToDecimal(value, digits, 'half-up'));
}

/** A decimal text with a point ("1234.5") as it is read ("1.234,5"). */
export function decimalToText(decimal: string): string {
  const [whole = '0', fraction] = decimal.split('.');
  return fraction === undefined ? withThousands(whole) : `${withThousands(whole)},${fraction}`;
}

/** 1234567 → "1.234.567". */
export function formatInteger(value: number): string {
  return withThousands(String(value));
}

/** "2026-02-12" → "12 Februari 2026". */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** "12 Feb 2026", for narrow columns. */
export function formatDayShort(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)} ${year}`;
}

/** "16–22 November 2026", nothing said twice; without the year where the reader knows it. */
export function formatDays(from: string, to: string, knownYear = ''): string {
  const [first, last] = [from.split('-'), to.split('-')];
  if (first[0] !== last[0]) return `${formatDay(from)}–${formatDay(to)}`;
  const start = first[1] === last[1] ? String(Number(first[2])) : dayMonth(from);
  return `${start}–${last[0] === knownYear ? dayMonth(to) : formatDay(to)}`;
}

/** "12 Februari". */
function dayMonth(day: string): string {
  return formatDay(day).replace(/ \d+$/, '');
}

/** An instant in a zone: "12 Februari 2026 14.30 WITA". */
export function formatInstant(instant: string, timeZone: string): string {
  const parts = partsIn(new Date(instant), timeZone);
  const zone = ZONE_NAMES[timeZone] ?? timeZone;
  return `${formatDay(parts.day)} ${parts.hour}.${parts.minute} ${zone}`;
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(instant: Date, timeZone: string): string {
  return partsIn(instant, timeZone).day;
}

/** Whole days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Bytes as "312 B", "1,2 kB", "24,9 MB", "3,0 GB". */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(1).replace('.', ',')} ${units[unit] ?? ''}`;
}

function withThousands(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

function partsIn(instant: Date, timeZone: string): { day: string; hour: string; minute: string } {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${get('year')}-${get('month')}-${get('day')}`,
    hour: get('hour'),
    minute: get('minute'),
  };
}
