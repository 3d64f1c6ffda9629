import type { Workbook, Worksheet } from 'exceljs';
import { ZERO, exactFromInteger } from '../domain/exact.js';
import { formatInstant } from '../text/format.js';
import { stageText } from '../text/messages/lke.js';
import { recapBookText as text, recapSheetNames } from '../text/messages/recap.js';
import { targetText } from '../text/messages/workbook.js';
import { formula, put } from './cells.js';
import { areaTable, FIRST_ROW, recapTable, WEIGHT_ROW } from './recap-columns.js';
import { shownTiers, type RecapInput, type RecapLke } from './recap-input.js';
import * as lines from './recap-lines.js';
import { fitRow } from './row-height.js';
import { asNumber } from './row-results.js';
import { NUMBER_FORMATS, styleOf } from './styles.js';
import { centeredIn, percentIn, scoreIn } from './table-rows.js';
import { colourVerdicts } from './verdict-colours.js';

const PLACE = styleOf({ tone: 'plain', shape: 'center', format: NUMBER_FORMATS.count });
const COUNT = styleOf({ tone: 'plain', shape: 'number', format: NUMBER_FORMATS.count });

/** Rekap: place, completeness, areas, Hasil and total of every satker. */
export function writeRecapSheet(workbook: Workbook, input: RecapInput): Worksheet {
  const sheet = workbook.addWorksheet(recapSheetNames.recap, {
    views: [{ state: 'frozen', ySplit: WEIGHT_ROW, xSplit: 3, showGridLines: false }],
  });
  const own = { sheet, table: recapTable(input), input };
  const { province, year } = input;
  lines.startSheet(
    own,
    text.heading(text.province(province.code, province.name), year),
    text.weight,
  );
  putWeights(own);
  input.satkerList.forEach((satker, index) => {
    const row = FIRST_ROW + index;
    const cells = satker.lke === null ? closedCells() : cellsOf(own, satker.lke, row);
    lines.putLine(own, row, satker, cells);
  });
  const next = lines.putStatistics(own, statisticsOf(input));
  const last = putNotes(own, next);
  const verdict = own.table.letter('verdict');
  colourVerdicts(sheet, `${verdict}${FIRST_ROW}:${verdict}${lines.lastRow(input)}`);
  lines.printRecap(own, last);
  return sheet;
}

function putWeights(own: lines.RecapSheet): void {
  const { instrument } = own.input;
  for (const area of instrument.areas) {
    if (area.key !== 'hasil') lines.putWeight(own, `area:${area.key}`, area.weight);
  }
  lines.putWeight(own, 'pengungkit', instrument.weights.pengungkit);
  for (const part of instrument.hasilParts) {
    lines.putWeight(own, part.code, part.weight);
    if (part.indicators.length === 1) continue;
    for (const { code, fullPoints } of part.indicators) lines.putWeight(own, code, fullPoints);
  }
  lines.putWeight(own, 'hasil', instrument.weights.hasil);
  lines.putWeight(own, 'total', instrument.weights.total);
}

function closedCells(): Map<string, lines.RecapCell> {
  return new Map([['stage', { value: text.notOpened, style: centeredIn('label') }]]);
}

function cellsOf(own: lines.RecapSheet, lke: RecapLke, row: number): Map<string, lines.RecapCell> {
  const { table, input } = own;
  const { score } = lke;
  const at = (key: string): string => `${table.letter(key)}${row}`;
  const total = table.letter('total');
  const all = `${total}$${FIRST_ROW}:${total}$${lines.lastRow(input)}`;
  const place = `SUMPRODUCT(--(ROUND(${all},9)>ROUND(${at('total')},9)))+1`;
  const part = `${at('answered')}/${input.instrument.indicators.length}`;
  const filled = exactFromInteger(score.answered).div(score.of);
  return new Map<string, lines.RecapCell>([
    ['rank', { value: formula(place, roundedRank(lke, input)), style: PLACE }],
    ['target', { value: targetText[lke.target], style: centeredIn('plain') }],
    ['stage', { value: stageText[lke.stage], style: centeredIn('plain') }],
    ['answered', { value: score.answered, style: COUNT }],
    ['completeness', { value: formula(part, asNumber(filled)), style: percentIn('plain') }],
    ...areaCells(input, lke, row),
    ...hasilCells(own, lke, at),
    [
      'total',
      {
        value: formula(`${at('pengungkit')}+${at('hasil')}`, asNumber(score.total)),
        style: scoreIn('group'),
      },
    ],
    ['verdict', { value: lines.verdictOf(lke), style: centeredIn('plain') }],
  ]);
}

/** The place by nine decimals, as the formula decides; the pages rank exact totals. */
function roundedRank(lke: RecapLke, { satkerList }: RecapInput): number {
  const own = lke.score.total.round(9);
  const others = satkerList.flatMap((satker) => satker.lke?.score.total.round(9) ?? []);
  return 1 + others.filter((other) => other.compare(own) > 0).length;
}

type Entry = readonly [string, lines.RecapCell];

function areaCells(input: RecapInput, { score }: RecapLke, row: number): Entry[] {
  const areas = areaTable(input);
  const ref = (key: string): string => `'${recapSheetNames.areas}'!${areas.letter(key)}${row}`;
  const style = scoreIn('plain');
  return [
    ...score.areas.map((area): Entry => [
      `area:${area.key}`,
      { value: formula(ref(`${area.key}:sum`), asNumber(area.score)), style },
    ]),
    [
      'pengungkit',
      { value: formula(ref('pengungkit'), asNumber(score.pengungkit)), style: scoreIn('group') },
    ] as const,
  ];
}

function hasilCells(
  { input }: lines.RecapSheet,
  lke: RecapLke,
  at: (key: string) => string,
): Entry[] {
  const { hasilParts } = input.instrument;
  const { hasil, indicators } = lke.score;
  const cells = hasilParts.flatMap((part): Entry[] => {
    const points = asNumber(hasil.parts.get(part.code) ?? ZERO);
    if (part.indicators.length === 1) {
      return [[part.code, { value: points, style: scoreIn('plain') }]];
    }
    const singles = part.indicators.map(({ code }): Entry => {
      const value = asNumber(indicators.get(code)?.points ?? ZERO);
      return [code, { value, style: scoreIn('plain') }];
    });
    const sum = part.indicators.map(({ code }) => at(code)).join('+');
    return [
      ...singles,
      [part.code, { value: formula(sum, points), style: scoreIn('plain') }] as const,
    ];
  });
  const sum = hasilParts.map(({ code }) => at(code)).join('+');
  const total = { value: formula(sum, asNumber(hasil.score)), style: scoreIn('group') };
  return [...cells, ['hasil', total]];
}

function statisticsOf({ instrument }: RecapInput) {
  const style = scoreIn('area');
  const figures: [string, lines.FigureOf][] = [
    ...instrument.areas
      .filter(({ key }) => key !== 'hasil')
      .map(({ key }): [string, lines.FigureOf] => [
        `area:${key}`,
        ({ score }) => score.areas.find((area) => area.key === key)?.score ?? ZERO,
      ]),
    ['pengungkit', ({ score }) => score.pengungkit],
    ...instrument.hasilParts.flatMap((part): [string, lines.FigureOf][] => [
      ...(part.indicators.length === 1 ? [] : part.indicators).map(
        ({ code }): [string, lines.FigureOf] => [
          code,
          ({ score }) => score.indicators.get(code)?.points ?? ZERO,
        ],
      ),
      [part.code, ({ score }) => score.hasil.parts.get(part.code) ?? ZERO],
    ]),
    ['hasil', ({ score }) => score.hasil.score],
    ['total', ({ score }) => score.total],
  ];
  const filled: lines.FigureOf = ({ score }) => exactFromInteger(score.answered).div(score.of);
  return new Map([
    ['completeness', { of: filled, style: percentIn('area') }],
    ...figures.map(([key, of]) => [key, { of, style }] as const),
  ]);
}

/** What a reader of the paper must know: when, from which history, how to read it. */
function putNotes({ sheet, table, input }: lines.RecapSheet, first: number): number {
  const { historyHead: head, satkerList, ruleset } = input;
  const opened = satkerList.filter(({ lke }) => lke !== null).length;
  const sources = new Set(Object.values(ruleset.gates).flatMap((g) => g.map((one) => one.source)));
  const { note } = text;
  const notes = [
    note.made(formatInstant(input.exportedAt, input.timeZone), input.productVersion),
    head === null ? note.noHead : note.head(head.seq, head.hash),
    note.scope(satkerList.length, opened),
    note.tier,
    ...(shownTiers(satkerList).length === 0 ? [] : [note.furtherTiers]),
    note.unanswered,
    note.rank,
    note.exact,
    note.source([...sources].join('; ')),
  ];
  put(sheet, first, 'A', text.notes, styleOf({ tone: 'section', shape: 'line', edges: 'none' }));
  const lastLetter = table.letter('verdict');
  const style = styleOf({ tone: 'plain', shape: 'text', edges: 'none', size: 9 });
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  notes.forEach((words, index) => {
    const row = first + 1 + index;
    put(sheet, row, 'A', words, style);
    sheet.mergeCells(`A${row}:${lastLetter}${row}`);
    fitRow(sheet, row, [{ text: words, width }]);
  });
  return first + notes.length;
}
