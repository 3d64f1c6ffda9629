import type { Indicator } from '../../domain/instrument/instrument.js';
import { NO, NOT_FILLED, YES, YES_NO_WORDS } from '../../text/workbook-words.js';
import type { RawCell } from '../read/raw-workbook.js';
import { textIn } from './grid.js';
import { compact, visibleLine } from './normal-text.js';

/** What of a cell is handed to `parseAnswer`, or why it cannot be an answer. */
export type CellAnswer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason };

/**
 * cell-error: the cell shows an error value
 * cell-is-date: a number or letter that the spreadsheet turned into a date
 * cell-is-percent: a percentage where a count or an index belongs
 * cell-not-computed: a formula whose result the file does not hold
 */
export type UnusableReason =
  'cell-error' | 'cell-is-date' | 'cell-is-percent' | 'cell-not-computed';

/** Excel computes with 15 significant digits; what lies beyond them is noise of the double. */
const DIGITS = 15;
/** Longer texts are no letter with something around it. */
const LONGEST_CHOICE = 40;
const DASHES = /^[\s\-–—_.…?,/|:;*]*$/;
const WHOLE_WITH_ZEROS = /^(\d+)[.,]0{1,2}$/;

/** A letter of a choice as text: in any case, "A." and "Y" included, true and false as Ya and Tidak. */
export function choiceAnswer(cell: RawCell | null, indicator: Indicator): CellAnswer {
  return answerOf(cell, (text) => {
    if (text.length > LONGEST_CHOICE) return text;
    const bare = text.replace(/^["'(]+|[.)"']+$/g, '').trim();
    if (indicator.type !== 'choice' || indicator.scale !== 'ya_tidak') return bare;
    if (typeof cell?.value === 'boolean') return cell.value ? YES : NO;
    return YES_NO_WORDS.get(bare.toLowerCase()) ?? bare;
  });
}

/** A count: "7", 7.0 and "7,0" are 7; 2.5 stays what it is and will be refused. */
export function countAnswer(cell: RawCell | null): CellAnswer {
  return answerOf(cell, (text) => WHOLE_WITH_ZEROS.exec(text)?.[1] ?? text, true);
}

/** A survey index: 3.5999999999999996 is 3.6. */
export function indexAnswer(cell: RawCell | null): CellAnswer {
  return answerOf(cell, (text) => text, true);
}

/** The answer of a cell in a form that can be compared; "" where it holds none. */
export function answerKey(cell: RawCell | null): string {
  if (cell !== null && cell.error !== null) return cell.error;
  const text = shownText(cell);
  return isNotFilled(text) ? '' : text.toLowerCase();
}

/** What stands in the cell, for a report. */
export function cellValue(cell: RawCell | null): string {
  if (cell?.value === null && cell.formula !== null) return `=${cell.formula}`;
  return cell?.error ?? shownText(cell);
}

/** A number of a cell without the noise of doubles: "3.6", "7", "0.00001". */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(DIGITS));
  const text = String(rounded);
  return text.includes('e') ? withoutExponent(rounded) : text;
}

function answerOf(
  cell: RawCell | null,
  read: (text: string) => string,
  isNumeric = false,
): CellAnswer {
  if (cell === null) return { kind: 'empty' };
  if (cell.error !== null) return { kind: 'unusable', reason: 'cell-error' };
  const isNumber = typeof cell.value === 'number';
  if (isNumber && cell.format === 'date') return { kind: 'unusable', reason: 'cell-is-date' };
  if (isNumber && isNumeric && cell.format === 'percent' && cell.value !== 0) {
    return { kind: 'unusable', reason: 'cell-is-percent' };
  }
  if (cell.value === null && cell.formula !== null) {
    return { kind: 'unusable', reason: 'cell-not-computed' };
  }
  const text = shownText(cell);
  return isNotFilled(text) ? { kind: 'empty' } : { kind: 'typed', text: read(text) };
}

function shownText(cell: RawCell | null): string {
  if (typeof cell?.value === 'number') return plainNumber(cell.value);
  return visibleLine(textIn(cell));
}

/** "Blm Diisi", "-", "…" and their like say that nothing was filled. */
export function isNotFilled(text: string): boolean {
  return DASHES.test(text) || NOT_FILLED.has(compact(text));
}

function withoutExponent(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const sign = value < 0 ? '-' : '';
  const shift = Number(exponent);
  if (shift >= 0) return sign + (whole + fraction).slice(0, shift + 1).padEnd(shift + 1, '0');
  const digits = `${'0'.repeat(-shift - 1)}${whole}${fraction}`.replace(/0+$/, '');
  return `${sign}0.${digits}`;
}
