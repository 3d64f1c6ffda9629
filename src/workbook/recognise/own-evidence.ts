import { normaliseLine } from '../../text/normalise.js';
import { evidenceText } from '../../text/messages/workbook.js';
import type { RawWorkbook } from '../read/raw-workbook.js';
import { cellOn, gridOf, textIn, type Grid } from './grid.js';
import type { ReadEvidence } from './lke-reading.js';
import { pushTo } from './push-to.js';
import { safeHref } from '../safe-href.js';
import { linkOf } from './split-evidence.js';
import type { OwnEvidence } from './read-evidence.js';

const FIRST_ROWS = 10;
const { columns: headings } = evidenceText;

/** The rows of our sheet Bukti by indicator, found by its headings. */
export function ownEvidence(raw: RawWorkbook): Exclude<OwnEvidence, null> {
  const found = new Map<string, ReadEvidence[]>();
  for (const sheet of raw.sheets) {
    const grid = gridOf(sheet);
    const place = placeOf(grid);
    if (place === null) continue;
    for (const row of grid.rows.filter((one) => one > place.row)) {
      const code = textIn(grid.at(row, place.code)).trim();
      const one = evidenceAt(grid, row, place);
      if (code === '' || one === null) continue;
      pushTo(found, code, one);
    }
  }
  return found;
}

interface Place {
  readonly row: number;
  readonly code: number;
  readonly name: number;
  readonly href: number;
}

function placeOf(grid: Grid): Place | null {
  for (const row of grid.rows.slice(0, FIRST_ROWS)) {
    const at = (heading: string) =>
      grid.inRow(row).find((cell) => textIn(cell).trim() === heading)?.column;
    const [code, name, href] = [at(headings.code), at(headings.name), at(headings.href)];
    if (code !== undefined && name !== undefined && href !== undefined) {
      return { row, code, name, href };
    }
  }
  return null;
}

/** The address that is read in the cell counts; behind other words the one that opens. */
function evidenceAt({ sheet, at }: Grid, row: number, place: Place): ReadEvidence | null {
  const cell = at(row, place.href);
  const text = textIn(cell).trim();
  const link = cell === null ? null : linkOf(cell);
  const href = safeHref(text) === null ? link : text;
  const name = normaliseLine(textIn(at(row, place.name)));
  if (name === '' && href === null) return null;
  const where = cellOn(sheet.name, row, name === '' ? place.href : place.name);
  return { cell: where, name: name === '' ? (href ?? '') : name, href };
}
