import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import type { Layout, LkeWorkbookInput } from '../../src/workbook/lke-workbook-input.js';
import { readRaw } from '../../src/workbook/read/read-raw.js';
import type { RawCell, RawSheet, RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { instrument, sampleInput } from '../workbook/sample-input.js';

/** Worksheets as raw cells, to be bent into what circulates. */

/** One of our exports, through the real writer and reader. */
export async function rawExport(over: Partial<LkeWorkbookInput> = {}): Promise<RawWorkbook> {
  const raw = readRaw(await writeLke(sampleInput(over)));
  if (!raw.ok) throw new Error(JSON.stringify(raw.problems));
  return raw.value;
}

/** The main sheet alone: a file that nobody can tell for an export of ours. */
export async function rawOfficial(over: Partial<LkeWorkbookInput> = {}): Promise<RawSheet> {
  const [main] = (await rawExport(over)).sheets;
  if (main === undefined) throw new Error('no sheet');
  const isLampiran = over.layout !== 'portalrb';
  // The official first column numbers the rows; our codes in it are ours alone.
  return mapCells(main, (cell) =>
    isLampiran && cell.column === 1 && cell.row > 2 ? numberCell(cell, cell.row) : cell,
  );
}

export function workbookOf(...sheets: readonly RawSheet[]): RawWorkbook {
  return { sheets };
}

export function textCell(at: { row: number; column: number }, value: string): RawCell {
  return { ...BLANK, ...place(at), value };
}

export function numberCell(
  at: { row: number; column: number },
  value: number,
  numberText = String(value),
): RawCell {
  return { ...BLANK, ...place(at), value, numberText };
}

const BLANK = {
  value: null,
  numberText: null,
  error: null,
  formula: null,
  link: null,
  format: 'general',
} as const;

function place({ row, column }: { row: number; column: number }) {
  return { row, column };
}

/** "K9" */
function at(name: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

export function mapCells(sheet: RawSheet, change: (cell: RawCell) => RawCell | null): RawSheet {
  return { ...sheet, cells: sheet.cells.flatMap((cell) => change(cell) ?? []) };
}

/** Sets a cell to exactly this; null empties it. */
export function patch(
  sheet: RawSheet,
  cells: Readonly<Record<string, Partial<RawCell> | null>>,
): RawSheet {
  const places = new Map(
    Object.entries(cells).map(([name, cell]) => [name, { at: at(name), cell }]),
  );
  const isPatched = ({ row, column }: RawCell) =>
    [...places.values()].some(({ at: one }) => one.row === row && one.column === column);
  const kept = sheet.cells.filter((cell) => !isPatched(cell));
  const added = [...places.values()].flatMap(({ at: one, cell }) =>
    cell === null ? [] : [{ ...BLANK, ...one, ...cell }],
  );
  return { ...sheet, cells: sorted([...kept, ...added]) };
}

/** Answers typed into the official rows of a layout. */
export function fill(
  sheet: RawSheet,
  layout: Layout,
  answers: ReadonlyMap<string, AnswerValue>,
  write: (answer: string | number, row: number) => Partial<RawCell> = plainly,
): RawSheet {
  const cells: Record<string, Partial<RawCell> | null> = {};
  const put = (key: string, value: string | number) => {
    const row = officialRow(layout, key);
    cells[`K${row}`] = write(value, row);
  };
  for (const [code, answer] of answers) {
    if (answer.kind === 'choice') put(code, answer.letter);
    else if (answer.kind === 'index') put(code, Number(answer.index));
    else for (const [key, count] of Object.entries(answer.counts)) put(`${code}:${key}`, count);
  }
  return patch(sheet, cells);
}

function plainly(value: string | number): Partial<RawCell> {
  return typeof value === 'number' ? { value, numberText: String(value) } : { value };
}

export function officialRow(layout: Layout, key: string): number {
  const row = sheetPlans(instrument)[layout].rowOf.get(key);
  if (row === undefined) throw new Error(`no row for ${key}`);
  return row;
}

/** Only what people see: formulas gone, their results kept. */
export function withoutFormulas(sheet: RawSheet): RawSheet {
  return mapCells(sheet, (cell) => ({ ...cell, formula: null }));
}

/** Each column to its new place; merges move along where they stay in one piece. */
export function moveColumns(sheet: RawSheet, to: (column: number) => number): RawSheet {
  return {
    ...sheet,
    cells: sorted(sheet.cells.map((cell) => ({ ...cell, column: to(cell.column) }))),
    merges: sheet.merges.flatMap((merge) => {
      const [from, until] = [to(merge.fromColumn), to(merge.toColumn)];
      const isWhole = until - from === merge.toColumn - merge.fromColumn;
      return isWhole ? [{ ...merge, fromColumn: from, toColumn: until }] : [];
    }),
  };
}

/** Each row to its new place; null drops it. */
export function moveRows(sheet: RawSheet, to: (row: number) => number | null): RawSheet {
  const cells = sheet.cells.flatMap((cell) => {
    const row = to(cell.row);
    return row === null ? [] : [{ ...cell, row }];
  });
  const merges = sheet.merges.flatMap((merge) => {
    const [from, until] = [to(merge.fromRow), to(merge.toRow)];
    return from === null || until === null ? [] : [{ ...merge, fromRow: from, toRow: until }];
  });
  return { ...sheet, cells: sorted(cells), merges };
}

/** Room for new rows above the given ones. */
export function insertRows(sheet: RawSheet, above: readonly number[]): RawSheet {
  return moveRows(sheet, (row) => row + above.filter((one) => one <= row).length);
}

/** The value of a typed answer of each indicator. */
export function valuesOf(
  answers: ReadonlyMap<IndicatorCode, { readonly value: AnswerValue | null }>,
): Map<IndicatorCode, AnswerValue> {
  return new Map(
    [...answers].flatMap(([code, { value }]) => (value === null ? [] : [[code, value] as const])),
  );
}

function sorted(cells: readonly RawCell[]): RawCell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}
