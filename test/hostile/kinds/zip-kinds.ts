import {
  bookBytes,
  bookEntries,
  bookWith,
  relation,
  relationsXml,
  sheetXml,
  SOUND_ROWS,
  XML,
} from '../book.js';
import { readAs, refusedAs, type Kind } from '../kind.js';
import { zipBytes, type CraftedEntry } from '../zip-bytes.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const OTHER_SHEET = sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>');

/** What is wrong or odd about the package itself. */
export const zipKinds: readonly Kind[] = [
  readAs('a sound workbook', { A1: 1 }, () => bookBytes()),
  readAs('stored, not deflated', { A1: 1 }, () =>
    zipBytes(bookEntries().map((entry) => ({ ...entry, isStored: true }))),
  ),
  readAs('sizes behind the data, as streaming programs write', { A1: 1 }, () =>
    zipBytes(bookEntries().map((entry) => ({ ...entry, hasDescriptor: true }))),
  ),
  readAs('sizes in the 64-bit field', { A1: 1 }, () => zipBytes(bookEntries().map(wide))),
  readAs('the end in its 64-bit form', { A1: 1 }, () => bookBytes({}, { isWide: true })),
  readAs('a comment at the end', { A1: 1 }, () =>
    bookBytes({}, { comment: Buffer.from('LKE 2026') }),
  ),
  readAs('a line end behind the end', { A1: 1 }, () =>
    bookBytes({}, { after: Buffer.from('\r\n') }),
  ),
  readAs('backslashes in the names', { A1: 1 }, () =>
    zipBytes(bookEntries().map((entry) => ({ ...entry, name: entry.name.replaceAll('/', '\\') }))),
  ),
  readAs('names in other case', { A1: 1 }, () =>
    zipBytes(bookEntries().map((entry) => ({ ...entry, name: entry.name.toUpperCase() }))),
  ),
  readAs('folders as entries, twice', { A1: 1 }, () =>
    zipBytes([...bookEntries(), { name: 'xl/', data: '' }, { name: 'xl/', data: '' }]),
  ),
  readAs('names that climb out of a folder', { A1: 1 }, () =>
    zipBytes([
      ...bookEntries(),
      { name: '../../../../tmp/tapak-zi', data: 'x' },
      { name: 'C:\\windows\\system32\\x.dll', data: 'x' },
    ]),
  ),
  readAs('names of the prototype', { A1: 1 }, () =>
    zipBytes([
      ...bookEntries(),
      ...['__proto__', 'constructor', 'hasOwnProperty', 'xl/__proto__'].map((name) => ({
        name,
        data: 'x',
      })),
    ]),
  ),
  readAs('a part of 60 MB that nobody asks for', { A1: 1 }, () =>
    bookBytes({ parts: { 'xl/media/picture.bmp': Buffer.alloc(60 * 1024 * 1024) } }),
  ),
  refusedAs('an absolute name beside the same relative one', 'workbook-hostile', () =>
    zipBytes([...bookEntries(), { name: `/${SHEET}`, data: OTHER_SHEET }]),
  ),
  refusedAs('the sheet twice with different cells', 'workbook-hostile', () =>
    zipBytes([...bookEntries(), { name: SHEET, data: OTHER_SHEET }]),
  ),
  refusedAs('the sheet twice, in other case', 'workbook-hostile', () =>
    zipBytes([...bookEntries(), { name: SHEET.toUpperCase(), data: OTHER_SHEET }]),
  ),
  refusedAs('entries that share their bytes', 'workbook-hostile', () =>
    zipBytes([
      ...bookEntries(),
      { name: bookEntries()[0]?.name ?? '', data: bookEntries()[0]?.data ?? '', sharesBytesOf: 0 },
    ]),
  ),
  refusedAs('a bomb of 4,000 entries over one body', 'workbook-hostile', () => {
    const body = Buffer.alloc(1024 * 1024, 'a');
    const others = Array.from({ length: 4000 }, (): CraftedEntry => ({
      name: 'x',
      data: 'x',
      sharesBytesOf: 0,
    }));
    return zipBytes([{ name: 'x', data: body }, ...others]);
  }),
  refusedAs('a flat bomb in the sheet: 66 MB of spaces', 'workbook-too-much-content', () =>
    bomb(SHEET),
  ),
  refusedAs('a flat bomb in the shared strings', 'workbook-too-much-content', () =>
    bomb('xl/sharedStrings.xml'),
  ),
  refusedAs('a flat bomb in the relations', 'workbook-too-much-content', () => bomb('_rels/.rels')),
  refusedAs('a bomb whose headers claim 100 bytes', 'workbook-too-much-content', () =>
    bomb(SHEET, 100),
  ),
  refusedAs('a bomb spread over three sheets of 40 MB', 'workbook-too-much-content', () => {
    const names = ['A', 'B', 'C'];
    const sheet = `${XML}<worksheet>${`<a>${' '.repeat(500_000)}</a>`.repeat(80)}</worksheet>`;
    return bookBytes({
      workbook: `<workbook xmlns:r="r"><sheets>${names.map((name) => `<sheet name="${name}" r:id="r${name}"/>`).join('')}</sheets></workbook>`,
      workbookRelations: relationsXml(
        ...names.map((name) => relation(`r${name}`, 'worksheet', `/xl/${name}.xml`)),
      ),
      parts: Object.fromEntries(names.map((name) => [`xl/${name}.xml`, sheet])),
    });
  }),
  readAs('a bomb within a bomb that nobody opens', { A1: 1 }, () =>
    bookBytes({ parts: { 'xl/embeddings/a.xlsx': bomb(SHEET) } }),
  ),
  refusedAs('a size smaller than the truth', 'workbook-damaged', () =>
    bookWith(SHEET, { claimedSize: 10 }),
  ),
  refusedAs('a size larger than the truth', 'workbook-damaged', () =>
    bookWith(SHEET, { claimedSize: 1e9 }),
  ),
  refusedAs('a packed size beyond the file', 'workbook-damaged', () =>
    bookWith(SHEET, { claimedPackedSize: 4e9 }),
  ),
  refusedAs('a packed size over the next entry', 'workbook-hostile', () =>
    bookWith('[Content_Types].xml', { claimedPackedSize: 300 }),
  ),
  refusedAs('a checksum that does not fit', 'workbook-damaged', () =>
    bookWith(SHEET, { claimedCrc: 1 }),
  ),
  refusedAs('another name in the local header', 'workbook-damaged', () =>
    bookWith(SHEET, { localName: 'xl/worksheets/sheet2.xml' }),
  ),
  refusedAs('a way of packing nobody knows', 'workbook-damaged', () =>
    bookWith(SHEET, { method: 14 }),
  ),
  refusedAs('entries with a password', 'workbook-encrypted', () => bookWith(SHEET, { flags: 1 })),
  refusedAs('deflated data that is none', 'workbook-damaged', () =>
    bookWith(SHEET, { packedData: Buffer.alloc(300, 0xff) }),
  ),
  refusedAs('a directory of 60,000 entries that are not there', 'workbook-hostile', () =>
    bookBytes({}, { count: 60_000 }),
  ),
  refusedAs('a directory that is counted too long', 'workbook-damaged', () =>
    bookBytes({}, { count: 40 }),
  ),
  refusedAs('a directory beyond the file', 'workbook-damaged', () =>
    bookBytes({}, { directoryOffset: 0xfffffff0 }),
  ),
  refusedAs('6,000 empty entries', 'workbook-hostile', () =>
    zipBytes([
      ...bookEntries(),
      ...Array.from({ length: 6000 }, (_, index) => ({
        name: `n${index}`,
        data: '',
        isStored: true,
      })),
    ]),
  ),
  refusedAs('bytes in front, so that every place is off', 'workbook-damaged', () =>
    Buffer.concat([bookBytes().subarray(0, 4), bookBytes()]),
  ),
  refusedAs('no workbook.xml', 'workbook-damaged', () =>
    bookBytes({ parts: { 'xl/workbook.xml': null } }),
  ),
  readAs('no relations of the package', { A1: 1 }, () =>
    bookBytes({ parts: { '_rels/.rels': null } }),
  ),
  readAs('no content types', { A1: 1 }, () =>
    bookBytes({ parts: { '[Content_Types].xml': null } }),
  ),
  refusedAs('no worksheet', 'workbook-damaged', () => bookBytes({ parts: { [SHEET]: null } })),
  refusedAs('no relations of the workbook', 'workbook-damaged', () =>
    bookBytes({ parts: { 'xl/_rels/workbook.xml.rels': null } }),
  ),
  readAs('an absolute target', { A1: 1 }, () =>
    bookBytes({ workbookRelations: relationsXml(relation('rId1', 'worksheet', `/${SHEET}`)) }),
  ),
  readAs('a target with steps back and dots', { A1: 1 }, () =>
    bookBytes({
      workbookRelations: relationsXml(
        relation('rId1', 'worksheet', './../xl/./worksheets/sheet1.xml'),
      ),
    }),
  ),
  refusedAs('a target out of the package', 'workbook-damaged', () =>
    bookBytes({
      workbookRelations: relationsXml(relation('rId1', 'worksheet', '../../../../etc/passwd')),
    }),
  ),
  refusedAs('a worksheet elsewhere on the network', 'workbook-damaged', () =>
    bookBytes({
      workbookRelations: relationsXml(
        relation('rId1', 'worksheet', 'http://127.0.0.1/s.xml', ' TargetMode="External"'),
      ),
    }),
  ),
  refusedAs('a worksheet that is the workbook itself', 'workbook-damaged', () =>
    bookBytes({
      workbook: `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`,
      workbookRelations: relationsXml(relation('rId1', 'worksheet', 'workbook.xml')),
    }),
  ),
  readAs('sixty sheets that are one part', { A1: 1 }, () =>
    bookBytes({
      workbook: `<workbook xmlns:r="r"><sheets>${Array.from({ length: 60 }, (_, index) => `<sheet name="S${index}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
    }),
  ),
  readAs('links to other workbooks', { A1: { value: 5, formula: '[1]Sheet1!A1' } }, () =>
    bookBytes({
      rows: '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c></row>',
      parts: {
        'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook/></externalLink>',
      },
    }),
  ),
  readAs('a drawing, a comment and a pivot that are damaged', { A1: 1 }, () =>
    bookBytes({
      rows: SOUND_ROWS,
      parts: {
        'xl/drawings/drawing1.xml': '<',
        'xl/comments1.xml': '&',
        'xl/pivotTables/p.xml': '\0',
      },
    }),
  ),
];

/** Just above the limit of a part: that the rest is never inflated shows in a bomb of any size. */
function bomb(part: string, claimedSize?: number): Buffer {
  const data = Buffer.alloc(66 * 1024 * 1024, ' ');
  const change = claimedSize === undefined ? { data } : { data, claimedSize };
  return part === 'xl/sharedStrings.xml'
    ? bookWith(part, change, { strings: '<si><t>x</t></si>' })
    : bookWith(part, change);
}

function wide(entry: CraftedEntry): CraftedEntry {
  const size = Buffer.from(entry.data).length;
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  return { ...entry, claimedSize: 0xffffffff, extra };
}
