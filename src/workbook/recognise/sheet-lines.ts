import type { Columns } from './find-columns.js';
import { textIn, type Grid } from './grid.js';
import { compact } from './normal-text.js';

/** A row below the headings that has a label. */
export interface Line {
  readonly row: number;
  /** Wording without its number, as it stands in the file. */
  readonly text: string;
  readonly key: string;
  /** "a", "iii", "-" as printed, without its point; null where the row has none. */
  readonly number: string | null;
  /** What stands in the column of row numbers; a hint only. */
  readonly id: string;
}

const NUMBER_CELL = /^(?:[a-z]|[ivx]{1,5}|\d{1,3}|-)[.)]?$/i;
const NUMBER_START = /^((?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]|-)\s+(?=\S)/i;

export function linesOf(grid: Grid, columns: Columns): Line[] {
  const [first, last] = columns.label;
  const heading = compact(textIn(grid.shown(columns.headerRow, first)));
  return grid.rows.flatMap((row): Line[] => {
    if (row <= columns.headerRow) return [];
    const texts = grid
      .inRow(row)
      .filter(({ column }) => first <= column && column <= last)
      .map((cell) => textIn(cell).trim())
      .filter((text) => text !== '');
    const { number, text } = splitNumber(texts);
    const key = compact(text);
    if (key === '' || key === heading) return [];
    const id = columns.id === null ? '' : textIn(grid.at(row, columns.id)).trim();
    return [{ row, text, key, number, id }];
  });
}

/** The number stands in a cell of its own or before the wording. */
function splitNumber(texts: readonly string[]): { number: string | null; text: string } {
  const [first = '', ...rest] = texts;
  if (rest.length > 0 && NUMBER_CELL.test(first)) {
    return { number: bare(first), text: withoutNumber(rest.join(' ')).text };
  }
  return withoutNumber(texts.join(' '));
}

function withoutNumber(text: string): { number: string | null; text: string } {
  const found = NUMBER_START.exec(text);
  if (found === null) return { number: null, text };
  return { number: bare(found[1] ?? ''), text: text.slice(found[0].length) };
}

function bare(number: string): string {
  return number.replace(/[.)]$/, '').toLowerCase();
}
