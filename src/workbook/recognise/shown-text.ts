import { formatDay } from '../../text/format.js';
import { dayOfSerial } from '../day-serial.js';
import type { RawCell } from '../read/raw-workbook.js';
import { plainNumber } from './cell-answer.js';
import { textIn } from './grid.js';

/**
 * What a person reads in a cell of words: a note that is nothing but a day, a percentage or a
 * number is kept in the file as a bare number, and would come in as another text.
 */
export function shownWords(cell: RawCell | null): string {
  if (typeof cell?.value !== 'number') return textIn(cell);
  const { value, format } = cell;
  const day = format === 'date' ? dayOfSerial(value) : null;
  if (day !== null) return formatDay(day);
  return format === 'percent' ? `${decimal(value * 100)}%` : decimal(value);
}

/** Without thousands: most such numbers are years or numbers of letters. */
function decimal(value: number): string {
  return plainNumber(value).replace('.', ',');
}
