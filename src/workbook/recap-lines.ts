import type { Worksheet } from 'exceljs';
import { sum, ZERO, type Exact } from '../domain/exact.js';
import { recapBookText as text } from '../text/messages/recap.js';
import { formula, put, type CellStyle, type CellValue } from './cells.js';
import { printLandscape } from './page-setup.js';
import { FIRST_ROW, HEADING_ROW, WEIGHT_ROW, type RecapTable } from './recap-columns.js';
import type { RecapInput, RecapLke, RecapSatker } from './recap-input.js';
import { fitRow } from './row-height.js';
import { asNumber } from './row-results.js';
import { styleOf } from './styles.js';
import { scoreIn, textIn } from './table-rows.js';

/** What the sheets of a recap share: headings, one line per satker, the lines below. */
export interface RecapSheet {
  readonly sheet: Worksheet;
  readonly table: RecapTable;
  readonly input: RecapInput;
}

/** Points of the text that row heights are estimated for. */
const ORDINARY_SIZE = 10;

export interface RecapCell {
  readonly value: CellValue;
  readonly style: CellStyle;
}

export function startSheet({ sheet, table }: RecapSheet, heading: string, weightLabel: string) {
  table.columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width));
  put(sheet, 1, 'A', heading, styleOf({ tone: 'heading', shape: 'line', edges: 'none', size: 13 }));
  const style = styleOf({ tone: 'header', shape: 'middle', size: 8 });
  for (const { key, header } of table.columns) {
    put(sheet, HEADING_ROW, table.letter(key), header, style);
    put(sheet, WEIGHT_ROW, table.letter(key), null, textIn('subcomponent'));
  }
  put(sheet, WEIGHT_ROW, table.letter('name'), weightLabel, textIn('subcomponent'));
  fitRow(
    sheet,
    HEADING_ROW,
    table.columns.map(({ header, width }) => ({ text: header, width: width * 0.95 })),
  );
}

export function putWeight({ sheet, table }: RecapSheet, key: string, weight: Exact): void {
  put(sheet, WEIGHT_ROW, table.letter(key), asNumber(weight), scoreIn('subcomponent'));
}

/** The line of one satker; a satker without LKE has its names, and `closed` says so. */
export function putLine(
  { sheet, table }: RecapSheet,
  row: number,
  satker: RecapSatker,
  cells: ReadonlyMap<string, RecapCell>,
): void {
  const fixed = new Map<string, RecapCell>([
    ['code', { value: satker.code, style: textIn('plain') }],
    ['name', { value: satker.name, style: textIn('plain') }],
  ]);
  const texts = table.columns.flatMap(({ key, width }) => {
    const cell = cells.get(key) ?? fixed.get(key);
    put(sheet, row, table.letter(key), cell?.value ?? null, cell?.style ?? textIn('plain'));
    const size = cell?.style.font?.size ?? ORDINARY_SIZE;
    const fitted = (width * ORDINARY_SIZE) / size;
    return typeof cell?.value === 'string' ? [{ text: cell.value, width: fitted }] : [];
  });
  fitRow(sheet, row, texts);
}

/** What the exact gates of the LKE's target say of the satker's own score. */
export function verdictOf({ target, gates }: RecapLke): string {
  return verdictText(gates[target].items.filter((gate) => !gate.passed).length);
}

export function verdictText(failed: number): string {
  return failed === 0 ? text.met : text.unmetGates(failed);
}

/** Satker with an LKE, each with its row. */
export function openedRows({ satkerList }: RecapInput): { lke: RecapLke; row: number }[] {
  return satkerList.flatMap(({ lke }, index) =>
    lke === null ? [] : [{ lke, row: FIRST_ROW + index }],
  );
}

export function lastRow({ satkerList }: RecapInput): number {
  return FIRST_ROW + satkerList.length - 1;
}

export type FigureOf = (lke: RecapLke) => Exact;

/**
 * Rata-rata, Tertinggi and Terendah below the list, by formula; satker without LKE do not count.
 * Returns the next free row.
 */
export function putStatistics(
  { sheet, table, input }: RecapSheet,
  figures: ReadonlyMap<string, { readonly of: FigureOf; readonly style: CellStyle }>,
): number {
  const opened = openedRows(input);
  const last = lastRow(input);
  if (opened.length === 0) return last + 2;
  STATISTICS.forEach(({ name, label, value }, index) => {
    const row = last + 1 + index;
    for (const { key } of table.columns) {
      put(sheet, row, table.letter(key), null, textIn('area'));
    }
    put(sheet, row, table.letter('name'), label, textIn('area'));
    for (const [key, { of, style }] of figures) {
      const cells = `${table.letter(key)}${FIRST_ROW}:${table.letter(key)}${last}`;
      const exact = value(opened.map(({ lke }) => of(lke)));
      put(sheet, row, table.letter(key), formula(`${name}(${cells})`, asNumber(exact)), style);
    }
  });
  return last + STATISTICS.length + 2;
}

const STATISTICS = [
  {
    name: 'AVERAGE',
    label: text.average,
    value: (of: readonly Exact[]) => sum(of).div(of.length),
  },
  { name: 'MAX', label: text.highest, value: (of: readonly Exact[]) => most(of, 1) },
  { name: 'MIN', label: text.lowest, value: (of: readonly Exact[]) => most(of, -1) },
] as const;

function most([first = ZERO, ...rest]: readonly Exact[], sign: 1 | -1): Exact {
  return rest.reduce((best, one) => (one.compare(best) * sign > 0 ? one : best), first);
}

/** Landscape A4, one page wide, headings on every page. */
export function printRecap({ sheet, table, input }: RecapSheet, last: number): void {
  const lastLetter = table.letter(table.columns.at(-1)?.key ?? '');
  const { province, ...rest } = input;
  const satker = { name: text.province(province.code, province.name) };
  printLandscape(
    sheet,
    { ...rest, satker, title: text.title },
    { titles: [HEADING_ROW, WEIGHT_ROW], area: `A1:${lastLetter}${last}` },
  );
}
