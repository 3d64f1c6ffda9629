import type { Workbook } from 'exceljs';
import { gateFigures } from '../domain/predikat/display.js';
import type { GateResult, Target } from '../domain/predikat/gate.js';
import { recapBookText as text, recapSheetNames } from '../text/messages/recap.js';
import { targetText } from '../text/messages/workbook.js';
import { formula, put } from './cells.js';
import { formulaVerdict } from './gate-table.js';
import {
  areaTable,
  FIRST_ROW,
  gateSheetName,
  gateTable,
  recapTable,
  WEIGHT_ROW,
} from './recap-columns.js';
import type { RecapInput, RecapLke } from './recap-input.js';
import * as lines from './recap-lines.js';
import { asNumber } from './row-results.js';
import { NUMBER_FORMATS, styleOf } from './styles.js';
import { centeredIn } from './table-rows.js';
import { colourVerdicts } from './verdict-colours.js';

const COUNT = styleOf({ tone: 'plain', shape: 'center', format: NUMBER_FORMATS.count });
const RED = { argb: 'FF8C1D18' };

/** Ambang WBK or WBBM: the value of every gate, what is short, and what is decided from it. */
export function writeGateSheet(workbook: Workbook, input: RecapInput, target: Target): void {
  const sheet = workbook.addWorksheet(gateSheetName(target), {
    views: [{ state: 'frozen', ySplit: WEIGHT_ROW, xSplit: 2, showGridLines: false }],
  });
  const own = { sheet, table: gateTable(input, target), input };
  const { province, year } = input;
  const place = text.province(province.code, province.name);
  lines.startSheet(own, text.gatesHeading(targetText[target], place, year), text.minimum);
  for (const rule of input.ruleset.gates[target]) {
    const style = styleOf({ tone: 'subcomponent', shape: 'number', format: formatOf(rule.code) });
    put(sheet, WEIGHT_ROW, own.table.letter(`gate:${rule.code}`), asNumber(rule.minimum), style);
  }
  input.satkerList.forEach((satker, index) => {
    const row = FIRST_ROW + index;
    const cells = satker.lke === null ? closedCells() : cellsOf(own, target, satker.lke, row);
    lines.putLine(own, row, satker, cells);
  });
  colour(own, target);
  const last = lines.lastRow(input);
  const style = styleOf({ tone: 'plain', shape: 'line', edges: 'none', size: 9 });
  put(sheet, last + 2, 'A', text.note.exact, style);
  lines.printRecap(own, last + 2);
}

function closedCells(): Map<string, lines.RecapCell> {
  return new Map([['verdict', { value: text.notOpened, style: centeredIn('label') }]]);
}

function cellsOf(
  { table, input }: lines.RecapSheet,
  target: Target,
  { gates }: RecapLke,
  row: number,
): Map<string, lines.RecapCell> {
  const { items } = gates[target];
  const cells = new Map<string, lines.RecapCell>();
  for (const gate of items) {
    const value = formula(valueFormula(input, gate, row), asNumber(gate.value));
    const style = styleOf({ tone: 'plain', shape: 'number', format: shownFormat(gate) });
    cells.set(`gate:${gate.code}`, { value, style });
  }
  const [first, last] = gateLetters(items, table);
  const short = `SUMPRODUCT(--(ROUND(${first}${row}:${last}${row},9)<${first}$${WEIGHT_ROW}:${last}$${WEIGHT_ROW}))`;
  const failing = items.filter((gate) => formulaVerdict(gate) !== text.met).length;
  const verdict = `IF(${table.letter('short')}${row}=0,"${text.met}","${text.unmet}")`;
  const failed = items.filter((gate) => !gate.passed);
  const decided = failed.length === 0 ? text.met : text.unmetGates(failed.length);
  cells.set('short', { value: formula(short, failing), style: COUNT });
  cells.set('formula', {
    value: formula(verdict, failing === 0 ? text.met : text.unmet),
    style: centeredIn('plain'),
  });
  cells.set('verdict', { value: decided, style: centeredIn('plain') });
  cells.set('missing', {
    value: failed.map(missing).join('; '),
    style: styleOf({ tone: 'plain', shape: 'text', size: 8 }),
  });
  return cells;
}

/** The gate's value from the sheets Rekap and Area; an area is a ratio of its weight. */
function valueFormula(input: RecapInput, { measures }: GateResult, row: number): string {
  const areas = areaTable(input);
  const isArea = input.instrument.areas.some(({ key }) => key === measures);
  if (isArea) {
    const letter = areas.letter(`${measures}:sum`);
    const sheet = `'${recapSheetNames.areas}'!`;
    return `${sheet}${letter}${row}/${sheet}${letter}$${WEIGHT_ROW}`;
  }
  return `'${recapSheetNames.recap}'!${recapTable(input).letter(keyOf(input, measures))}${row}`;
}

/** A part with one indicator has one column, whichever of the two a gate names. */
function keyOf({ instrument }: RecapInput, measures: string): string {
  const single = instrument.hasilParts.find(
    ({ indicators }) => indicators.length === 1 && indicators[0]?.code === measures,
  );
  return single?.code ?? measures;
}

function gateLetters(items: readonly GateResult[], table: lines.RecapSheet['table']) {
  const letters = items.map(({ code }) => table.letter(`gate:${code}`));
  return [letters[0] ?? '', letters.at(-1) ?? ''] as const;
}

function missing(gate: GateResult): string {
  return text.missing(gate.name, gateFigures(gate).shortPoints ?? '');
}

function formatOf(code: string): string {
  return code.startsWith('area-') ? NUMBER_FORMATS.percent : NUMBER_FORMATS.score;
}

/** As many decimals as the pages show: a failing value never looks like its minimum. */
function shownFormat(gate: GateResult): string {
  const { value, unit } = gateFigures(gate, '.');
  const digits = value.split('.')[1]?.length ?? 2;
  return `0.${'0'.repeat(digits)}${unit === 'percent' ? '%' : ''}`;
}

function colour({ sheet, table, input }: lines.RecapSheet, target: Target): void {
  const last = lines.lastRow(input);
  colourVerdicts(sheet, `${table.letter('formula')}${FIRST_ROW}:${table.letter('verdict')}${last}`);
  const codes = input.ruleset.gates[target].map(({ code }) => table.letter(`gate:${code}`));
  const [from = '', to = ''] = [codes[0], codes.at(-1)];
  const cell = `${from}${FIRST_ROW}`;
  sheet.addConditionalFormatting({
    ref: `${from}${FIRST_ROW}:${to}${last}`,
    rules: [
      {
        type: 'expression',
        priority: 3,
        formulae: [`AND(${cell}<>"",ROUND(${cell},9)<${from}$${WEIGHT_ROW})`],
        style: { font: { color: RED, bold: true } },
      },
    ],
  });
}
