import type { Style, Worksheet } from 'exceljs';
import { cellText, escapedText } from './cell-text.js';
import { safeHref } from './safe-href.js';

/** A formula of ours with the result it has now. Only {@link formula} makes one. */
export interface Formula {
  readonly text: string;
  readonly result: string | number | boolean;
}

export type CellValue = string | number | boolean | null | Formula;
export type CellStyle = Partial<Style>;

const made = new WeakSet<object>();

/** A live formula (without "="). `text` is put together by us, never from what a user typed. */
export function formula(text: string, result: Formula['result']): Formula {
  const value = { text, result };
  made.add(value);
  return value;
}

/**
 * The only way a value gets into a sheet: a string stays a string whatever it looks like, an object
 * is refused unless {@link formula} made it. Style objects are shared, never changed.
 */
export function put(
  sheet: Worksheet,
  row: number,
  column: string,
  value: CellValue,
  style: CellStyle,
): void {
  const cell = sheet.getRow(row).getCell(column);
  cell.style = style;
  switch (typeof value) {
    case 'string':
      if (value !== '') cell.value = escapedText(value);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`${cell.address} is not a finite number`);
      cell.value = value;
      return;
    case 'boolean':
      cell.value = value;
      return;
    case 'object':
      if (value !== null) cell.value = formulaOf(value);
      return;
    default:
      throw new TypeError(`${cell.address} got a ${typeof value}`);
  }
}

/** Text that opens an address; plain text where the address may not be opened. */
export function putLink(
  sheet: Worksheet,
  row: number,
  column: string,
  link: { readonly text: string; readonly href: string },
  styles: { readonly link: CellStyle; readonly text: CellStyle },
): void {
  const target = safeHref(link.href);
  if (target === null || cellText(link.text) === '') {
    put(sheet, row, column, link.text, styles.text);
    return;
  }
  const cell = sheet.getRow(row).getCell(column);
  cell.style = styles.link;
  cell.value = { text: escapedText(link.text), hyperlink: target };
}

function formulaOf(value: Formula): { formula: string; result: string | number | boolean } {
  if (!made.has(value)) throw new TypeError('an object may not become a cell');
  const { text, result } = value;
  return { formula: text, result: typeof result === 'string' ? escapedText(result) : result };
}
