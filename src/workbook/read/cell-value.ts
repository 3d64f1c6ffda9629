import { unescapeText } from './unescape-text.js';
import type { RawCell } from './raw-workbook.js';
import { damaged } from './refusal.js';

export type CellContent = Pick<RawCell, 'value' | 'numberText' | 'error'>;

export const NO_CONTENT: CellContent = { value: null, numberText: null, error: null };

/** Days between the two systems in which workbooks count dates: from 1900 and from 1904. */
export const DAYS_TO_1904 = 1462;
/** Longest error a file may name; Excel's own is "#GETTING_DATA". */
const MOST_ERROR_CHARACTERS = 32;
const DAYS_TO_1970 = 25_569;
const DAY_MS = 86_400_000;

/** What stands in `<v>`, by the type of the cell. */
export function cellContent(type: string, raw: string, strings: readonly string[]): CellContent {
  switch (type) {
    case 's':
      return ofText(sharedString(raw.trim(), strings));
    case 'str':
    case 'inlineStr':
      return ofText(unescapeText(raw));
    case 'b':
      return { ...NO_CONTENT, value: raw.trim() === '1' || raw.trim().toLowerCase() === 'true' };
    case 'e':
      return { ...NO_CONTENT, error: raw.trim().slice(0, MOST_ERROR_CHARACTERS) };
    case 'd':
      return { ...NO_CONTENT, value: daySerial(raw.trim()) ?? raw };
    default:
      return ofNumber(raw.trim());
  }
}

export function ofText(value: string): CellContent {
  return { ...NO_CONTENT, value };
}

function sharedString(raw: string, strings: readonly string[]): string {
  const index = /^\d{1,7}$/.test(raw) ? Number(raw) : -1;
  return strings[index] ?? damaged('shared-string');
}

/** A number in XML's notation; what is none (also "1e999") stays the text that it is. */
function ofNumber(raw: string): CellContent {
  if (raw === '') return NO_CONTENT;
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(raw) ? Number(raw) : Infinity;
  return Number.isFinite(number) ? { value: number, numberText: raw, error: null } : ofText(raw);
}

/** "2026-03-31T00:00:00" (strict workbooks) as the day number that other workbooks write. */
function daySerial(raw: string): number | null {
  const [, day, time = '00:00:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)Z?)?$/.exec(raw) ?? [];
  const ms = day === undefined ? NaN : Date.parse(`${day}T${time}Z`);
  return Number.isNaN(ms) ? null : ms / DAY_MS + DAYS_TO_1970;
}
