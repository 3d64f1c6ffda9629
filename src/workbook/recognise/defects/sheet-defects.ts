import type { RawSheet } from '../../read/raw-workbook.js';
import { isExternal } from '../formula-refs.js';
import { YEAR_LABELS } from '../../../text/workbook-words.js';
import { cellName, cellOn, gridOf, textIn } from '../grid.js';
import { plainText } from '../normal-text.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { cellIn, defect, type DefectContext } from './context.js';
import { summaryWeights } from './summary-weights.js';

const HEAD_ROWS = 15;
const NUMBERED_YEAR = /(?:nomor \w+ )?tahun (20\d\d)\b/g;

/** Faults of the file as a whole: other sheets, other files, gates, the year. */
export function sheetDefects(context: DefectContext): WorkbookDefect[] {
  const main = context.found.grid.sheet;
  const others = context.raw.sheets.filter((sheet) => sheet !== main);
  return [
    ...context.raw.sheets.flatMap((sheet) => externalIn(sheet, sheet === main)),
    ...others.flatMap(errorsIn),
    ...others.flatMap((sheet) => summaryWeights(sheet, context.instrument)),
    ...yearDefect(context),
    ...gateDefect(context),
  ];
}

/** What such a formula shows comes from a file that nobody sees here. */
function externalIn(sheet: RawSheet, isMain: boolean): WorkbookDefect[] {
  const cells = sheet.cells.filter(({ formula }) => formula !== null && isExternal(formula));
  const [first] = cells;
  if (first === undefined) return [];
  const place = isMain
    ? cellName(first.row, first.column)
    : cellOn(sheet.name, first.row, first.column);
  const formula = `=${first.formula ?? ''}`.slice(0, 120);
  return [defect('external-reference', place, { count: cells.length, formula })];
}

function errorsIn(sheet: RawSheet): WorkbookDefect[] {
  const cells = sheet.cells.filter(({ error }) => error !== null);
  const [first] = cells;
  const error = first?.error ?? null;
  if (first === undefined || error === null) return [];
  const kind = sheet.state === 'visible' ? 'summary-error' : 'hidden-sheet-error';
  const args = { sheet: sheet.name, count: cells.length, error };
  return [defect(kind, cellOn(sheet.name, first.row, first.column), args)];
}

/** A title that names another year only ("… Tahun 2025"); the year of a regulation does not count. */
function yearDefect(context: DefectContext): WorkbookDefect[] {
  const { year: expected } = context.instrument;
  const named = [...titleYears(context), ...summaryYears(context)];
  const [first] = named;
  if (first === undefined || named.some(({ year }) => year === expected)) return [];
  return [defect('year-differs', first.cell, { found: first.year, expected })];
}

interface NamedYear {
  readonly year: number;
  readonly cell: string;
}

function titleYears({ found }: DefectContext): NamedYear[] {
  const titles = found.grid.sheet.cells.filter(({ row }) => row < found.columns.headerRow);
  return titles.flatMap((cell) =>
    [...plainText(textIn(cell)).matchAll(NUMBERED_YEAR)]
      .filter(([text]) => !text.startsWith('nomor'))
      .map(([, year]) => ({ year: Number(year), cell: cellName(cell.row, cell.column) })),
  );
}

/** "Tahun | 2025" at the head of a summary sheet. */
function summaryYears({ raw, found }: DefectContext): NamedYear[] {
  const others = raw.sheets.filter((sheet) => {
    return sheet !== found.grid.sheet && sheet.state === 'visible';
  });
  return others.flatMap((sheet) => {
    const grid = gridOf(sheet);
    return grid.rows.slice(0, HEAD_ROWS).flatMap((row): NamedYear[] => {
      const [label, value] = grid.inRow(row);
      const year = Number(textIn(value ?? null));
      const isYear = Number.isInteger(year) && year >= 2000 && year < 2100;
      if (label === undefined || value === undefined || !isYear) return [];
      const isNamed = YEAR_LABELS.includes(plainText(textIn(label)));
      return isNamed ? [{ year, cell: cellOn(sheet.name, row, value.column) }] : [];
    });
  });
}

function gateDefect(context: DefectContext): WorkbookDefect[] {
  if (context.hasGates) return [];
  const row = context.found.matches.rowOf.get('TOTAL')?.row;
  const place = row === undefined ? null : cellIn(context, row, 'value');
  return place === null ? [] : [defect('no-gates', place.name)];
}
