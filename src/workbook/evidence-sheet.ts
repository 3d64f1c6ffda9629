import type { Workbook, Worksheet } from 'exceljs';
import type { Indicator } from '../domain/instrument/instrument.js';
import { formatSize } from '../text/format.js';
import { evidenceText, sheetNames } from '../text/messages/workbook.js';
import { put, putLink, type CellValue } from './cells.js';
import { serialOfDay } from './day-serial.js';
import type { ExportedEvidence } from './lke-workbook-input.js';
import { printLandscape } from './page-setup.js';
import { fitRow, type FittedText } from './row-height.js';
import type { SheetData } from './sheet-data.js';
import { NUMBER_FORMATS, styleOf, type Look } from './styles.js';
import { putHeadings } from './table-rows.js';

type ColumnName = keyof typeof evidenceText.columns;
interface Entry {
  readonly number: number;
  readonly indicator: Indicator;
  readonly evidence: ExportedEvidence;
}

const COLUMNS = [
  { name: 'number', letter: 'A', width: 6, shape: 'center' },
  { name: 'code', letter: 'B', width: 13, shape: 'text' },
  { name: 'indicator', letter: 'C', width: 30, shape: 'text' },
  { name: 'name', letter: 'D', width: 32, shape: 'text' },
  { name: 'checklist', letter: 'E', width: 27, shape: 'text' },
  { name: 'day', letter: 'F', width: 18, shape: 'center' },
  { name: 'version', letter: 'G', width: 7, shape: 'center' },
  { name: 'fileName', letter: 'H', width: 22, shape: 'text' },
  { name: 'size', letter: 'I', width: 10, shape: 'number' },
  { name: 'href', letter: 'J', width: 28, shape: 'text' },
  { name: 'location', letter: 'K', width: 22, shape: 'text' },
  { name: 'sha256', letter: 'L', width: 22, shape: 'text' },
] as const satisfies readonly { name: ColumnName; letter: string; width: number; shape: string }[];

const HEADING_ROW = 2;

/** Bukti: one row per evidence of each indicator, in the order of the sheet, with its link. */
export function writeEvidenceSheet(workbook: Workbook, data: SheetData): void {
  const sheet = workbook.addWorksheet(sheetNames.evidence, {
    views: [{ state: 'frozen', ySplit: HEADING_ROW }],
  });
  COLUMNS.forEach(({ letter, width }) => (sheet.getColumn(letter).width = width));
  const title = styleOf({ tone: 'heading', shape: 'line', edges: 'none' });
  put(sheet, 1, 'A', evidenceText.title, title);
  putHeadings(
    sheet,
    HEADING_ROW,
    COLUMNS.map(({ name }) => evidenceText.columns[name]),
  );
  const entries = entriesOf(data);
  for (const entry of entries) writeEntry(sheet, entry);
  if (entries.length === 0) {
    const none = styleOf({ tone: 'plain', shape: 'line', edges: 'none' });
    put(sheet, HEADING_ROW + 1, 'A', evidenceText.none, none);
  }
  const last = HEADING_ROW + entries.length;
  if (entries.length > 0) sheet.autoFilter = `A${HEADING_ROW}:L${last}`;
  printLandscape(sheet, data.input, { titles: HEADING_ROW });
}

function entriesOf({ input }: SheetData): Entry[] {
  const pairs = input.instrument.indicators.flatMap((indicator) =>
    (input.evidence.get(indicator.code) ?? []).map((evidence) => ({ indicator, evidence })),
  );
  return pairs.map((pair, index) => ({ number: index + 1, ...pair }));
}

function writeEntry(sheet: Worksheet, entry: Entry): void {
  const row = HEADING_ROW + entry.number;
  const texts: FittedText[] = [];
  for (const { name, letter, shape, width } of COLUMNS) {
    const look: Look = { tone: 'plain', shape, ...(name === 'sha256' ? { size: 8 } : {}) };
    const value = valueOf(name, entry);
    if (typeof value === 'string') texts.push({ text: value, width });
    if (name === 'href' && entry.evidence.href !== null) {
      const link = { text: entry.evidence.href, href: entry.evidence.href };
      const styles = { text: styleOf(look), link: styleOf({ ...look, isLink: true }) };
      putLink(sheet, row, letter, link, styles);
    } else {
      const format = name === 'day' ? { format: NUMBER_FORMATS.day } : {};
      put(sheet, row, letter, value, styleOf({ ...look, ...format }));
    }
  }
  fitRow(sheet, row, texts);
}

function valueOf(name: ColumnName, { number, indicator, evidence }: Entry): CellValue {
  switch (name) {
    case 'number':
      return number;
    case 'code':
      return indicator.code;
    case 'indicator':
      return indicator.shortName;
    case 'name':
      return evidence.name;
    case 'checklist':
      return checklistItem(indicator, evidence.checklistCode);
    case 'day':
      return evidence.documentDay === null ? null : serialOfDay(evidence.documentDay);
    case 'version':
      return evidence.version;
    case 'fileName':
      return evidence.fileName;
    case 'size':
      return evidence.size === null ? null : formatSize(evidence.size);
    case 'href':
      return evidence.href;
    case 'location':
      return evidence.physicalLocation;
    case 'sha256':
      return evidence.sha256;
  }
}

function checklistItem(indicator: Indicator, code: string | null): string | null {
  const item = indicator.checklist.find((one) => one.code === code);
  return item === undefined ? code : `${item.code} ${item.name}`;
}
