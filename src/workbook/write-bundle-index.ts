import ExcelJS, { type Worksheet } from 'exceljs';
import { formatInstant, formatSize } from '../text/format.js';
import { bundleIndexText as text, bundleStateText } from '../text/messages/bundle.js';
import { workbookText } from '../text/messages/workbook.js';
import { isFault, type BundleIndex, type BundleRow } from './bundle-index-input.js';
import { put, putLink, type CellValue } from './cells.js';
import { serialOfDay } from './day-serial.js';
import { packageXlsx } from './package-xlsx.js';
import { printLandscape } from './page-setup.js';
import { fitRow } from './row-height.js';
import { NUMBER_FORMATS, styleOf, type Look } from './styles.js';
import { putHeadings } from './table-rows.js';

const COLUMNS = [
  { name: 'code', letter: 'A', width: 13, shape: 'text' },
  { name: 'indicator', letter: 'B', width: 32, shape: 'text' },
  { name: 'evidence', letter: 'C', width: 34, shape: 'text' },
  { name: 'checklist', letter: 'D', width: 24, shape: 'text' },
  { name: 'day', letter: 'E', width: 18, shape: 'center' },
  { name: 'version', letter: 'F', width: 7, shape: 'center' },
  { name: 'size', letter: 'G', width: 10, shape: 'number' },
  { name: 'state', letter: 'H', width: 15, shape: 'text' },
  { name: 'file', letter: 'I', width: 44, shape: 'text' },
  { name: 'location', letter: 'J', width: 18, shape: 'text' },
  { name: 'sha256', letter: 'K', width: 24, shape: 'text' },
] as const satisfies readonly {
  name: keyof typeof text.columns;
  letter: string;
  width: number;
  shape: string;
}[];
type Column = (typeof COLUMNS)[number];

/** The index as a workbook. Paths in the bundle are text; only http(s) evidence opens from here. */
export async function writeBundleIndex(index: BundleIndex): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = workbookText.creator;
  workbook.lastModifiedBy = workbookText.creator;
  workbook.created = new Date(index.exportedAt);
  workbook.modified = new Date(index.exportedAt);
  const sheet = workbook.addWorksheet(text.sheetName);
  COLUMNS.forEach(({ letter, width }) => (sheet.getColumn(letter).width = width));
  const heading = writeHead(sheet, index) + 1;
  putHeadings(
    sheet,
    heading,
    COLUMNS.map(({ name }) => text.columns[name]),
  );
  sheet.views = [{ state: 'frozen', ySplit: heading }];
  index.rows.forEach((row, position) => writeRow(sheet, heading + 1 + position, row));
  const last = heading + index.rows.length;
  if (index.rows.length > 0) sheet.autoFilter = `A${heading}:K${last}`;
  printLandscape(sheet, { ...index, title: text.sheetName }, { titles: heading });
  return packageXlsx(workbook, sheet.id, []);
}

function writeHead(sheet: Worksheet, index: BundleIndex): number {
  const title = text.title(index.satker.name, index.year);
  put(sheet, 1, 'A', title, styleOf({ tone: 'heading', shape: 'line', edges: 'none', size: 13 }));
  const plain = styleOf({ tone: 'plain', shape: 'line', edges: 'none' });
  const lines = bundleFacts(index);
  lines.forEach((line, position) => put(sheet, 2 + position, 'A', line, plain));
  return 2 + lines.length;
}

/** What is said above the list, in both forms of the index. */
export function bundleFacts(index: BundleIndex): string[] {
  const { historyHead: head } = index;
  const faults = index.rows.filter(isFault).length;
  return [
    faults > 0 ? text.fault(faults) : text.complete,
    text.counts(index.rows.length, index.files, formatSize(index.bytes)),
    text.without(index.without, index.of),
    text.intro,
    text.made(formatInstant(index.exportedAt, index.timeZone), index.productVersion),
    head === null ? text.noHead : text.head(head.seq, head.hash),
  ];
}

function writeRow(sheet: Worksheet, row: number, one: BundleRow): void {
  for (const column of COLUMNS) {
    const small = column.name === 'sha256' ? { size: 8 } : {};
    const format = column.name === 'day' ? { format: NUMBER_FORMATS.day } : {};
    const look: Look = { tone: 'plain', shape: column.shape, ...small, ...format };
    if (column.name === 'file' && one.url !== null) {
      const styles = { text: styleOf(look), link: styleOf({ ...look, isLink: true }) };
      putLink(sheet, row, column.letter, { text: one.url, href: one.url }, styles);
    } else put(sheet, row, column.letter, valueOf(column.name, one), styleOf(look));
  }
  const texts = COLUMNS.flatMap(({ name, width }) => {
    const value = valueOf(name, one);
    return typeof value === 'string' ? [{ text: value, width }] : [];
  });
  fitRow(sheet, row, texts);
}

function valueOf(name: Column['name'], row: BundleRow): CellValue {
  switch (name) {
    case 'code':
      return row.code;
    case 'indicator':
      return row.indicator;
    case 'evidence':
      return row.evidence;
    case 'checklist':
      return row.checklist;
    case 'day':
      return row.documentDay === null ? null : serialOfDay(row.documentDay);
    case 'version':
      return row.version;
    case 'size':
      return row.size === null ? null : formatSize(row.size);
    case 'state':
      return bundleStateText[row.state];
    case 'file':
      return row.path ?? row.url;
    case 'location':
      return row.physicalLocation;
    case 'sha256':
      return row.sha256;
  }
}
