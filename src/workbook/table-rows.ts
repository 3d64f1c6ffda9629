import type { Worksheet } from 'exceljs';
import { put, type CellStyle, type CellValue } from './cells.js';
import { NUMBER_FORMATS, styleOf, type Tone } from './styles.js';

/** Rows of the small tables (Ringkasan, Unit, Bukti), which all start in column A. */
export type StyledValue = readonly [CellValue, CellStyle];

export function putRow(sheet: Worksheet, row: number, cells: readonly StyledValue[]): void {
  cells.forEach(([value, style], index) => put(sheet, row, columnLetter(index), value, style));
}

export function putHeadings(sheet: Worksheet, row: number, headings: readonly string[]): void {
  const style = styleOf({ tone: 'header', shape: 'middle' });
  putRow(
    sheet,
    row,
    headings.map((heading) => [heading, style]),
  );
}

/** Letter of a column counted from 0; the small tables stay within A to Z. */
export function columnLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

export function textIn(tone: Tone): CellStyle {
  return styleOf({ tone, shape: 'text' });
}

export function centeredIn(tone: Tone): CellStyle {
  return styleOf({ tone, shape: 'center' });
}

export function scoreIn(tone: Tone): CellStyle {
  return styleOf({ tone, shape: 'number', format: NUMBER_FORMATS.score });
}

export function percentIn(tone: Tone): CellStyle {
  return styleOf({ tone, shape: 'number', format: NUMBER_FORMATS.percent });
}
