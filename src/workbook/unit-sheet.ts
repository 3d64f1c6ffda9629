import type { Workbook, Worksheet } from 'exceljs';
import { TARGETS, type Target } from '../domain/predikat/gate.js';
import {
  sheetNames,
  summaryText,
  targetText,
  unitText,
  validationText,
} from '../text/messages/workbook.js';
import { plain } from './answer-formulas.js';
import { formula, put, type CellValue } from './cells.js';
import { printLandscape } from './page-setup.js';
import { formulaVerdict, verdictFormula } from './gate-table.js';
import { areaLines, hasilLines, putScoreLine, totalLine, type ScoreLine } from './score-tables.js';
import type { SheetData } from './sheet-data.js';
import { styleOf } from './styles.js';
import { centeredIn, putHeadings } from './table-rows.js';
import { colourVerdicts } from './verdict-colours.js';

const WIDTHS = [50, 14, 14, 14, 14, 12, 18] as const;
const TARGET_CELL = '$B$2';
const VERDICT_LETTER = 'G';
/** Rows of the PortalRB summary: areas 6-11, pengungkit 12, Hasil 15-19, total hasil 20, total 22. */
const ROWS = { areas: 6, hasil: 15, totalHasil: 20, total: 22 } as const;

/** PortalRB's summary of the tier asked for: `Unit` for mandiri, `TPI Unit` for TPI. */
export function writeUnitSheet(workbook: Workbook, data: SheetData): void {
  const name = data.input.tier === 'tpi' ? sheetNames.tpiUnit : sheetNames.unit;
  const sheet = workbook.addWorksheet(name);
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  writeHead(sheet, data);
  putHeadings(sheet, ROWS.areas - 1, unitText.areaColumns);
  putHeadings(sheet, ROWS.hasil - 1, unitText.hasilColumns);
  const lines = [
    ...areaLines(data, ROWS.areas, summaryText.pengungkit),
    ...hasilLines(data, ROWS.hasil),
    totalLine(data, ROWS.totalHasil, summaryText.totalHasil, 'TOTAL.B'),
    totalLine(data, ROWS.total, summaryText.total, 'TOTAL'),
  ];
  for (const line of lines) {
    putScoreLine(sheet, line);
    put(sheet, line.row, VERDICT_LETTER, verdict(line, data), centeredIn('plain'));
  }
  colourVerdicts(sheet, `${VERDICT_LETTER}${ROWS.areas}:${VERDICT_LETTER}${ROWS.total}`);
  printLandscape(sheet, data.input, { onePage: true });
}

function writeHead(sheet: Worksheet, { input }: SheetData): void {
  const label = styleOf({ tone: 'label', shape: 'line', edges: 'none' });
  const value = styleOf({ tone: 'plain', shape: 'line', edges: 'none' });
  put(sheet, 1, 'A', unitText.name, label);
  put(sheet, 1, 'B', input.satker.name, value);
  put(sheet, 2, 'A', unitText.target, label);
  put(sheet, 2, 'B', targetText[input.target], styleOf({ tone: 'input', shape: 'line' }));
  put(sheet, 3, 'A', unitText.year, label);
  put(sheet, 3, 'B', input.year, value);
  sheet.getCell('B2').dataValidation = {
    type: 'list',
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: validationText.title,
    error: validationText.target,
    formulae: [`"${TARGETS.map((target) => targetText[target]).join(',')}"`],
  };
}

/** The line's gate for the target in B2; null where no gate stands on it. */
function verdict(line: ScoreLine, data: SheetData): CellValue {
  const minimum = (target: Target) =>
    data.gates[target].items.find((gate) => gate.measures === line.measures);
  const wbk = minimum('wbk');
  const wbbm = minimum('wbbm');
  if (wbk === undefined || wbbm === undefined) return null;
  const isRatio = wbk.code.startsWith('area-');
  const value = `${isRatio ? 'F' : 'E'}${line.row}`;
  const limit = `IF(${TARGET_CELL}="${targetText.wbbm}",${plain(wbbm.minimum)},${plain(wbk.minimum)})`;
  const own = data.input.target === 'wbbm' ? wbbm : wbk;
  return formula(verdictFormula(value, limit), formulaVerdict(own));
}
