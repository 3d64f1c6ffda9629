import type { Workbook, Worksheet } from 'exceljs';
import { tierText, workbookText } from '../text/messages/workbook.js';
import { officialText, sourceText } from '../text/messages/wording.js';
import { put, putLink, type CellValue } from './cells.js';
import type { LinkContent } from './evidence-list.js';
import { labelSpan, mergedLabel } from './label-span.js';
import type { Column } from './layouts.js';
import { breakAtAreas, printLandscape } from './page-setup.js';
import { contentOf } from './row-content.js';
import { lookOf } from './row-looks.js';
import type { SheetData } from './sheet-data.js';
import { fitRow, type FittedText } from './row-height.js';
import type { PlanRow } from './sheet-plan.js';
import { styleOf } from './styles.js';

/** Characters of a line of the title. */
const TITLE_WIDTH = 140;
const LINK_STYLE = styleOf({ tone: 'plain', shape: 'text', isLink: true });

/** The main sheet: the official rows and columns with live formulas. */
export function writeLkeSheet(workbook: Workbook, data: SheetData): Worksheet {
  const { table, sheetName, plan } = data;
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: table.headerRow, zoomScale: 90 }],
  });
  setColumns(sheet, table.columns);
  writeTitle(sheet, data);
  writeHeader(sheet, data);
  for (const row of plan.rows) writeRow(sheet, row, data);
  const last = table.columns.at(-1)?.letter ?? 'A';
  printLandscape(sheet, data.input, {
    titles: table.headerRow,
    area: `A1:${last}${plan.lastRow}`,
  });
  breakAtAreas(sheet, plan);
  return sheet;
}

function setColumns(sheet: Worksheet, columns: readonly Column[]): void {
  for (const { letter, width, hidden } of columns) {
    const column = sheet.getColumn(letter);
    column.width = width;
    if (hidden === true) column.hidden = true;
  }
}

function writeTitle(sheet: Worksheet, { input, table }: SheetData): void {
  if (table.titleRow === null) return;
  const { satker, year, tier, wording } = input;
  const lines = [
    workbookText.title.toUpperCase(),
    [satker.name, workbookText.year(year), tierText[tier]].join(' · '),
  ];
  if (wording) lines.push(officialText.sheetTitle(sourceText(wording.source)));
  const style = styleOf({ tone: 'heading', shape: 'middle', edges: 'none', size: 13 });
  put(sheet, table.titleRow, 'B', lines.join('\n'), style);
  sheet.mergeCells(`B${table.titleRow}:O${table.titleRow}`);
  const more = lines.slice(2).reduce((sum, line) => sum + Math.ceil(line.length / TITLE_WIDTH), 0);
  sheet.getRow(table.titleRow).height = 44 + 18 * more;
}

function writeHeader(sheet: Worksheet, { table }: SheetData): void {
  const { headerRow } = table;
  for (const { letter, role, header } of table.columns) {
    if (role === 'gap') continue;
    put(sheet, headerRow, letter, header, styleOf({ tone: 'header', shape: 'middle' }));
  }
  sheet.mergeCells(`B${headerRow}:G${headerRow}`);
  sheet.getRow(headerRow).height = 32;
}

function writeRow(sheet: Worksheet, row: PlanRow, data: SheetData): void {
  const label = labelSpan(row);
  const texts: FittedText[] = label === null ? [] : [label];
  for (const column of data.table.columns) {
    const style = lookOf(row, column);
    if (style === null) continue;
    const content = contentOf(row, column, data);
    if (isLink(content)) {
      putLink(sheet, row.row, column.letter, content, { text: style, link: LINK_STYLE });
    } else {
      put(sheet, row.row, column.letter, content, style);
    }
    const text = isLink(content) ? content.text : content;
    if (typeof text === 'string' && isFitted(column)) texts.push({ text, width: column.width });
  }
  const merged = mergedLabel(row);
  if (merged !== null) sheet.mergeCells(merged);
  fitRow(sheet, row.row, texts);
}

function isLink(content: CellValue | LinkContent): content is LinkContent {
  return typeof content === 'object' && content !== null && 'href' in content;
}

/** Labels are measured as a whole; what is hidden takes no room. */
function isFitted({ role, hidden }: Column): boolean {
  return role !== 'label' && hidden !== true;
}
