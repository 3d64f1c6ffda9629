import { workbookText } from '../text/messages/workbook.js';

/** The most characters one cell can hold (Excel). */
const MOST_CHARACTERS = 32_767;

/**
 * Text as a cell keeps it: what XML cannot carry is dropped, line ends are LF, and text that is too
 * long is cut with a mark. Text that the product has normalised passes unchanged.
 */
export function cellText(raw: string): string {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '');
  return text.length <= MOST_CHARACTERS ? text : cut(text);
}

/**
 * The same text as it must stand in the file, where `_xHHHH_` means a character: a literal one has
 * its underscore written as `_x005F_`.
 */
export function escapedText(raw: string): string {
  return cellText(raw).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

function cut(text: string): string {
  const kept = text.slice(0, MOST_CHARACTERS - workbookText.truncated.length);
  return `${kept.replace(/\p{Surrogate}$/u, '')}${workbookText.truncated}`;
}
