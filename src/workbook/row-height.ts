import type { Worksheet } from 'exceljs';
import { cellText } from './cell-text.js';

/** Points of one line of ten-point text, with the space around the lines of a cell. */
const LINE_HEIGHT = 12.75;
const PADDING = 3;
/** Letters are narrower than the digit by which widths are counted; the indent takes some. */
const CHARACTERS_PER_WIDTH = 1.14;
/** The tallest row a spreadsheet knows. */
const MOST_HEIGHT = 409;

export interface FittedText {
  readonly text: string;
  /** Width of its column, in characters. */
  readonly width: number;
}

/**
 * Gives a row the height its wrapped texts need. Programs that open the file do not all measure
 * rows themselves; it is an estimate for a common sans-serif font, and stays automatic.
 */
export function fitRow(sheet: Worksheet, row: number, texts: readonly FittedText[]): void {
  const lines = texts.map(({ text, width }) =>
    wrappedLines(cellText(text), width * CHARACTERS_PER_WIDTH),
  );
  const height = Math.max(1, ...lines) * LINE_HEIGHT + PADDING;
  sheet.getRow(row).height = Math.min(height, MOST_HEIGHT);
}

/** Lines of a text broken between words (and within those that are longer than a line). */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, width), 0);
}

function paragraphLines(paragraph: string, width: number): number {
  if (paragraph.length <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= width) {
      used = needed;
      continue;
    }
    if (used > 0) lines += 1;
    const extra = Math.max(0, Math.ceil(word.length / width) - 1);
    lines += extra;
    used = word.length - extra * Math.floor(width);
  }
  return lines;
}
