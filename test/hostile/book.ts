import { zipBytes, type CraftedEnd, type CraftedEntry } from './zip-bytes.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A small workbook in parts; what a case is about is said in `Book`, the rest is sound. */
export interface Book {
  /** Inside `<sheetData>`. */
  readonly rows?: string;
  /** Behind `</sheetData>`. */
  readonly after?: string;
  /** Before `<sheetData>`. */
  readonly before?: string;
  /** The whole first worksheet. */
  readonly sheet?: string | Uint8Array;
  /** Inside `<sst>`. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  readonly sheetName?: string;
  readonly workbook?: string;
  readonly workbookRelations?: string;
  /** Inside `<Relationships>` of the sheet. */
  readonly sheetRelations?: string;
  readonly packageRelations?: string;
  /** Further parts; null takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** The first cell of every sound workbook here. */
export const SOUND_ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';

export function bookParts(book: Book = {}): Parts {
  const { sheetName = 'LKE ZI', rows = SOUND_ROWS, before = '', after = '' } = book;
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels':
      book.packageRelations ?? relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': book.workbook ?? workbookXml([sheetName]),
    'xl/_rels/workbook.xml.rels':
      book.workbookRelations ??
      relationsXml(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId901', 'sharedStrings', 'sharedStrings.xml'),
        relation('rId902', 'styles', 'styles.xml'),
      ),
    'xl/worksheets/sheet1.xml': book.sheet ?? sheetXml(rows, after, before),
    'xl/sharedStrings.xml': book.strings === undefined ? null : stringsXml(book.strings),
    'xl/styles.xml':
      book.styles === undefined
        ? null
        : `${XML}<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels':
      book.sheetRelations === undefined ? null : relationsXml(book.sheetRelations),
    ...book.parts,
  };
  const kept = Object.entries(parts).filter(
    (part): part is [string, string | Uint8Array] => part[1] !== null,
  );
  return Object.fromEntries(kept);
}

export function bookEntries(book: Book = {}): CraftedEntry[] {
  return Object.entries(bookParts(book)).map(([name, data]) => ({ name, data }));
}

export function bookBytes(book: Book = {}, end: CraftedEnd = {}): Buffer {
  return zipBytes(bookEntries(book), end);
}

/** The entries of a sound workbook, one of them changed. */
export function bookWith(name: string, change: Partial<CraftedEntry>, book: Book = {}): Buffer {
  return zipBytes(
    bookEntries(book).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  );
}

export function sheetXml(rows: string, after = '', before = ''): string {
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function stringsXml(items: string): string {
  return `${XML}<sst xmlns="${MAIN}">${items}</sst>`;
}

export function workbookXml(names: readonly string[], properties = ''): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`;
}

export function relationsXml(...relations: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`;
}

export function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escaped(target)}"${more}/>`;
}

export const EXTERNAL = ' TargetMode="External"';

/** A row whose only cell holds an inline text. */
export function textRow(text: string, row = 1): string {
  return `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c></row>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
