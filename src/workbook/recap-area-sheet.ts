import type { Workbook } from 'exceljs';
import { ZERO } from '../domain/exact.js';
import { recapBookText as text, recapSheetNames } from '../text/messages/recap.js';
import { formula, put } from './cells.js';
import { areaTable, FIRST_ROW, WEIGHT_ROW } from './recap-columns.js';
import type { RecapInput, RecapLke } from './recap-input.js';
import * as lines from './recap-lines.js';
import { asNumber } from './row-results.js';
import { styleOf } from './styles.js';
import { scoreIn } from './table-rows.js';

/** Row of the areas' names above the halves. */
const AREA_ROW = 2;

/** Area: pemenuhan and reform of each area and of all, the sums by formula. */
export function writeAreaSheet(workbook: Workbook, input: RecapInput): void {
  const sheet = workbook.addWorksheet(recapSheetNames.areas, {
    views: [{ state: 'frozen', ySplit: WEIGHT_ROW, xSplit: 2, showGridLines: false }],
  });
  const own = { sheet, table: areaTable(input), input };
  const { province, year } = input;
  const place = text.province(province.code, province.name);
  lines.startSheet(own, text.areasHeading(place, year), text.weight);
  putAreaNames(own);
  putWeights(own);
  input.satkerList.forEach((satker, index) => {
    const row = FIRST_ROW + index;
    const cells = satker.lke === null ? new Map() : cellsOf(own, satker.lke, row);
    lines.putLine(own, row, satker, cells);
  });
  const next = lines.putStatistics(own, statisticsOf(input));
  put(
    sheet,
    next,
    'A',
    text.note.area,
    styleOf({ tone: 'plain', shape: 'line', edges: 'none', size: 9 }),
  );
  lines.printRecap(own, next);
}

function putAreaNames({ sheet, table, input }: lines.RecapSheet): void {
  const style = styleOf({ tone: 'part', shape: 'middle', size: 9 });
  for (const { key, name } of input.instrument.areas) {
    if (key === 'hasil') continue;
    const [from, to] = [table.letter(`${key}:pemenuhan`), table.letter(`${key}:sum`)];
    put(sheet, AREA_ROW, from, text.columns.area(key, name), style);
    sheet.mergeCells(`${from}${AREA_ROW}:${to}${AREA_ROW}`);
  }
  sheet.getRow(AREA_ROW).height = 30;
}

function putWeights(own: lines.RecapSheet): void {
  const { instrument } = own.input;
  for (const half of instrument.halfAreas) {
    lines.putWeight(own, `${half.area}:${half.half}`, half.weight);
  }
  for (const area of instrument.areas) {
    if (area.key !== 'hasil') lines.putWeight(own, `${area.key}:sum`, area.weight);
  }
  lines.putWeight(own, 'pemenuhan', instrument.weights.pemenuhan);
  lines.putWeight(own, 'reform', instrument.weights.reform);
  lines.putWeight(own, 'pengungkit', instrument.weights.pengungkit);
}

function cellsOf(
  { table }: lines.RecapSheet,
  { score }: RecapLke,
  row: number,
): Map<string, lines.RecapCell> {
  const at = (key: string): string => `${table.letter(key)}${row}`;
  const style = scoreIn('plain');
  const bold = scoreIn('group');
  const cells = new Map<string, lines.RecapCell>();
  for (const area of score.areas) {
    const [first, second] = [`${area.key}:pemenuhan`, `${area.key}:reform`];
    cells.set(first, { value: asNumber(area.pemenuhan), style });
    cells.set(second, { value: asNumber(area.reform), style });
    const sum = formula(`${at(first)}+${at(second)}`, asNumber(area.score));
    cells.set(`${area.key}:sum`, { value: sum, style: bold });
  }
  for (const half of ['pemenuhan', 'reform'] as const) {
    const sum = score.areas.map(({ key }) => at(`${key}:${half}`)).join('+');
    cells.set(half, { value: formula(sum, asNumber(score[half])), style });
  }
  const all = formula(`${at('pemenuhan')}+${at('reform')}`, asNumber(score.pengungkit));
  cells.set('pengungkit', { value: all, style: bold });
  return cells;
}

function statisticsOf({ instrument }: RecapInput) {
  const style = scoreIn('area');
  const keys = instrument.areas.filter(({ key }) => key !== 'hasil').map(({ key }) => key);
  const parts = [
    ['pemenuhan', 'pemenuhan'],
    ['reform', 'reform'],
    ['sum', 'score'],
  ] as const;
  const figures = keys.flatMap((key) =>
    parts.map(([column, part]): [string, lines.FigureOf] => [
      `${key}:${column}`,
      ({ score }) => score.areas.find((area) => area.key === key)?.[part] ?? ZERO,
    ]),
  );
  const totals: [string, lines.FigureOf][] = [
    ['pemenuhan', ({ score }) => score.pemenuhan],
    ['reform', ({ score }) => score.reform],
    ['pengungkit', ({ score }) => score.pengungkit],
  ];
  return new Map([...figures, ...totals].map(([key, of]) => [key, { of, style }] as const));
}
