import type { Workbook, Worksheet } from 'exceljs';
import { formatInstant } from '../text/format.js';
import {
  menujuText,
  sheetNames,
  summaryText,
  tierText,
  workbookText,
} from '../text/messages/workbook.js';
import { put, type CellValue } from './cells.js';
import { writeGateTable } from './gate-table.js';
import { answeredFormula } from './meta-sheet.js';
import { printLandscape } from './page-setup.js';
import { fitRow } from './row-height.js';
import { areaLines, hasilLines, putScoreLine, totalLine } from './score-tables.js';
import type { SheetData } from './sheet-data.js';
import { styleOf } from './styles.js';
import { summaryNotes } from './summary-notes.js';
import { putHeadings } from './table-rows.js';

const WIDTHS = [46, 13, 14, 18, 25, 14, 18, 25] as const;
const LAST_LETTER = 'H';

/** Ringkasan: whose sheet this is, the scores by area, and the gates of both targets. */
export function writeSummarySheet(workbook: Workbook, data: SheetData): void {
  const sheet = workbook.addWorksheet(sheetNames.summary, { views: [{ showGridLines: false }] });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  put(sheet, 1, 'A', summaryText.title, styleOf({ tone: 'heading', shape: 'line', edges: 'none' }));
  let row = writeIdentity(sheet, data, 3) + 1;
  row = writeAreas(sheet, data, row) + 1;
  row = writeHasil(sheet, data, row) + 1;
  section(sheet, row, summaryText.gates);
  row = writeGateTable(sheet, data, row + 1) + 1;
  const last = writeNotes(sheet, data, row);
  printLandscape(sheet, data.input, { area: `A1:${LAST_LETTER}${last}`, onePage: true });
}

function writeIdentity(sheet: Worksheet, data: SheetData, first: number): number {
  const { input, score } = data;
  const { labels } = workbookText;
  const { historyHead } = input;
  const history =
    historyHead === null
      ? workbookText.noHistory
      : workbookText.historyHead(historyHead.seq, historyHead.hash);
  const pairs: readonly (readonly [string, CellValue, string?])[] = [
    [labels.satker, input.satker.name],
    [labels.satkerCode, input.satker.code],
    [labels.year, input.year],
    [labels.target, menujuText(input.target)],
    [labels.tier, tierText[input.tier]],
    [labels.completeness, answeredFormula(data), `0" ${summaryText.answered(score.of)}"`],
    [labels.instrument, `${input.instrument.title} (${input.instrument.id})`],
    [labels.exportedAt, formatInstant(input.exportedAt, input.timeZone)],
    [labels.history, history],
  ];
  pairs.forEach(([label, value, format], index) => {
    const row = first + index;
    put(sheet, row, 'A', label, styleOf({ tone: 'label', shape: 'line', edges: 'none' }));
    const look = { tone: 'plain', shape: 'line', edges: 'none' } as const;
    put(sheet, row, 'B', value, styleOf(format === undefined ? look : { ...look, format }));
    sheet.mergeCells(`B${row}:${LAST_LETTER}${row}`);
  });
  return first + pairs.length;
}

function writeAreas(sheet: Worksheet, data: SheetData, first: number): number {
  section(sheet, first, summaryText.areas);
  putHeadings(sheet, first + 1, summaryText.areaColumns);
  const lines = areaLines(data, first + 2, summaryText.pengungkit);
  for (const line of lines) putScoreLine(sheet, line);
  return first + 2 + lines.length;
}

function writeHasil(sheet: Worksheet, data: SheetData, first: number): number {
  section(sheet, first, summaryText.hasil);
  putHeadings(sheet, first + 1, summaryText.hasilColumns);
  const parts = hasilLines(data, first + 2);
  const next = first + 2 + parts.length;
  const lines = [
    ...parts,
    totalLine(data, next, summaryText.totalHasil, 'TOTAL.B'),
    totalLine(data, next + 1, summaryText.total, 'TOTAL'),
  ];
  for (const line of lines) putScoreLine(sheet, line);
  return first + 2 + lines.length;
}

function writeNotes(sheet: Worksheet, data: SheetData, first: number): number {
  section(sheet, first, summaryText.notes);
  const notes = summaryNotes(data);
  const style = styleOf({ tone: 'plain', shape: 'text', edges: 'none', size: 9 });
  notes.forEach((note, index) => {
    const row = first + 1 + index;
    put(sheet, row, 'A', note, style);
    sheet.mergeCells(`A${row}:${LAST_LETTER}${row}`);
    fitRow(sheet, row, [{ text: note, width: WIDTHS.reduce((sum, width) => sum + width, 0) }]);
  });
  return first + notes.length;
}

function section(sheet: Worksheet, row: number, text: string): void {
  put(sheet, row, 'A', text, styleOf({ tone: 'section', shape: 'line', edges: 'none' }));
}
