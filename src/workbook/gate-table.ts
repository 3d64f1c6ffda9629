import type { Worksheet } from 'exceljs';
import { gateFigures } from '../domain/predikat/display.js';
import { TARGETS, type GateReport, type GateResult, type Target } from '../domain/predikat/gate.js';
import { summaryText, targetText } from '../text/messages/workbook.js';
import { formula, type CellValue } from './cells.js';
import { asNumber } from './row-results.js';
import type { SheetData } from './sheet-data.js';
import { styleOf } from './styles.js';
import { measureFormula } from './summary-refs.js';
import {
  centeredIn,
  columnLetter,
  putHeadings,
  putRow,
  textIn,
  type StyledValue,
} from './table-rows.js';
import { colourVerdicts } from './verdict-colours.js';

const VALUE_LETTER = 'B';
/** Columns of the minimum, the formula's and the application's verdict. */
const FIRST_LETTER: Readonly<Record<Target, string>> = { wbk: 'C', wbbm: 'F' };
const { met, unmet } = summaryText;

/**
 * The twelve gates for both targets from a row on, then one line for all. Returns the next free
 * row. The formula's verdict is ROUND(value, 9) >= minimum; the application's stands beside it as
 * text and decides.
 */
export function writeGateTable(sheet: Worksheet, data: SheetData, headingRow: number): number {
  sheet.getRow(headingRow).height = 30;
  putHeadings(sheet, headingRow, [
    ...summaryText.gateColumns,
    ...TARGETS.flatMap((target) => summaryText.gateColumnsOf(targetText[target])),
  ]);
  const first = headingRow + 1;
  const { wbk, wbbm } = data.gates;
  wbk.items.forEach((gate, index) => {
    const other = wbbm.items[index];
    if (other?.code !== gate.code) throw new Error('the gates of WBK and WBBM differ');
    writeGate(sheet, data, first + index, [gate, other]);
  });
  const last = first + wbk.items.length - 1;
  writeAll(sheet, data, first, last);
  for (const target of TARGETS) {
    const [, formulaLetter, ownLetter] = lettersOf(target);
    colourVerdicts(sheet, `${formulaLetter}${first}:${ownLetter}${last + 1}`);
  }
  return last + 2;
}

/** "Memenuhi" by formula: `value` and `minimum` are cells or numbers. */
export function verdictFormula(value: string, minimum: string): string {
  return `IF(ROUND(${value},9)>=${minimum},"${met}","${unmet}")`;
}

/** What the application decided on exact values, with the points that are short. */
function verdictText(gate: GateResult): string {
  const { shortPoints } = gateFigures(gate);
  return shortPoints === null ? met : summaryText.unmetBy(summaryText.points(shortPoints));
}

function writeGate(
  sheet: Worksheet,
  data: SheetData,
  row: number,
  gates: readonly [GateResult, GateResult],
): void {
  const [gate] = gates;
  const value = formula(measureFormula(data, gate.measures), asNumber(gate.value));
  const numbers = gates.map((one) =>
    styleOf({ tone: 'plain', shape: 'number', format: formatOf(one) }),
  );
  const most = gates.map(formatOf).sort((a, b) => b.length - a.length)[0] ?? '';
  const verdicts = gates.flatMap((one, index): StyledValue[] => {
    const [minimum] = lettersOf(TARGETS[index] ?? 'wbk');
    const text = verdictFormula(`${VALUE_LETTER}${row}`, `${minimum}${row}`);
    return [
      [asNumber(one.minimum), numbers[index] ?? {}],
      [formula(text, formulaVerdict(one)), centeredIn('plain')],
      [verdictText(one), centeredIn('plain')],
    ];
  });
  putRow(sheet, row, [
    [gate.name, textIn('plain')],
    [value, styleOf({ tone: 'plain', shape: 'number', format: most })],
    ...verdicts,
  ]);
}

function writeAll(sheet: Worksheet, data: SheetData, first: number, last: number): void {
  const style = centeredIn('subcomponent');
  const verdicts = TARGETS.flatMap((target): CellValue[] => {
    const [, letter] = lettersOf(target);
    const cells = `${letter}${first}:${letter}${last}`;
    const report = data.gates[target];
    const passed = report.items.every((gate) => formulaVerdict(gate) === met);
    const text = `IF(COUNTIF(${cells},"${met}")=ROWS(${cells}),"${met}","${unmet}")`;
    return [null, formula(text, passed ? met : unmet), allText(report)];
  });
  putRow(sheet, last + 1, [
    [summaryText.allGates, textIn('subcomponent')],
    ...[null, ...verdicts].map((value): StyledValue => [value, style]),
  ]);
}

function allText({ items, passed }: GateReport): string {
  return passed ? met : summaryText.unmetGates(items.filter((gate) => !gate.passed).length);
}

/** The verdict of the formula as a spreadsheet computes it: nine decimals of a double. */
export function formulaVerdict(gate: GateResult): string {
  return gate.value.round(9).compare(gate.minimum) >= 0 ? met : unmet;
}

/** As many decimals as the pages show: a failing value never looks like its minimum. */
function formatOf(gate: GateResult): string {
  const { value, unit } = gateFigures(gate, '.');
  const digits = value.split('.')[1]?.length ?? 2;
  return `0.${'0'.repeat(digits)}${unit === 'percent' ? '%' : ''}`;
}

function lettersOf(target: Target): readonly [string, string, string] {
  const start = FIRST_LETTER[target].charCodeAt(0) - 'A'.charCodeAt(0);
  return [columnLetter(start), columnLetter(start + 1), columnLetter(start + 2)];
}
