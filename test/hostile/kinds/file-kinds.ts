import { bookBytes, bookEntries } from '../book.js';
import { readAs, refusedAs, type Kind } from '../kind.js';
import { zipBytes } from '../zip-bytes.js';
import { randomFrom } from '../../support/random.js';

/** Files that are something else, or nothing. */
export const fileKinds: readonly Kind[] = [
  refusedAs('nothing at all', 'workbook-empty', () => Buffer.alloc(0)),
  refusedAs('one byte', 'workbook-not-one', () => Buffer.from([0])),
  refusedAs('the two letters PK', 'workbook-not-one', () => Buffer.from('PK')),
  refusedAs('a ZIP signature and nothing behind it', 'workbook-damaged', () =>
    Buffer.from('PK\x03\x04'),
  ),
  refusedAs('random bytes', 'workbook-not-one', () => randomBytes(20_000)),
  refusedAs('random bytes behind a ZIP signature', 'workbook-damaged', () =>
    Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(20_000)]),
  ),
  refusedAs('zeros only', 'workbook-not-one', () => Buffer.alloc(4096)),
  refusedAs('a workbook with a password', 'workbook-encrypted', () => ole('EncryptedPackage')),
  refusedAs('an .xls of Excel 97', 'workbook-old-xls', () => ole('Workbook')),
  refusedAs('an .xls of Excel 5', 'workbook-old-xls', () => ole('Book')),
  refusedAs('a .doc of Word 97', 'workbook-not-one', () => ole('WordDocument')),
  refusedAs('an OLE signature and nothing behind it', 'workbook-not-one', () =>
    ole('').subarray(0, 8),
  ),
  refusedAs('a PDF named .xlsx', 'workbook-not-one', () =>
    Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
  ),
  refusedAs('a picture named .xlsx', 'workbook-not-one', () =>
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(500)]),
  ),
  refusedAs('a web page named .xls', 'workbook-web-page', () =>
    Buffer.from(
      '<!DOCTYPE html>\n<html><body><table><tr><td>A.I.1.i.a</td></tr></table></body></html>',
    ),
  ),
  refusedAs('a bare table of HTML', 'workbook-web-page', () =>
    Buffer.from('<table><tr><td>1</td></tr></table>'),
  ),
  refusedAs('XML of Excel 2003', 'workbook-web-page', () =>
    Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'),
  ),
  refusedAs('a CSV with semicolons', 'workbook-csv', () =>
    Buffer.from('kode;jawaban\nA.I.1.i.a;Ya\nA.I.1.i.b;Tidak\n'),
  ),
  refusedAs('a CSV in UTF-16', 'workbook-csv', () =>
    Buffer.from('\ufeffkode\tjawaban\r\nA\tYa\r\n', 'utf16le'),
  ),
  refusedAs('a CSV with a byte order mark', 'workbook-csv', () =>
    Buffer.from('\ufeffkode,jawaban\nA,Ya\n'),
  ),
  refusedAs('a letter as plain text', 'workbook-not-one', () =>
    Buffer.from('Yth. Bapak Ketua,\nterlampir LKE.\n'),
  ),
  refusedAs('JSON', 'workbook-not-one', () => Buffer.from('{\n  "a": 1,\n  "b": 2\n}\n')),
  refusedAs('an empty ZIP', 'workbook-not-one', () => zipBytes([])),
  refusedAs('a ZIP of photographs', 'workbook-not-one', () =>
    zipBytes([{ name: 'foto.jpg', data: 'x' }]),
  ),
  refusedAs('a ZIP with a workbook in it', 'workbook-zip', () =>
    zipBytes([{ name: 'kiriman/LKE.xlsx', data: bookBytes(), isStored: true }]),
  ),
  refusedAs('an .ods', 'workbook-ods', () =>
    zipBytes([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'content.xml', data: '<office:document-content/>' },
    ]),
  ),
  refusedAs('a .docx', 'workbook-not-one', () =>
    zipBytes([
      { name: '[Content_Types].xml', data: '<Types/>' },
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      },
      { name: 'word/document.xml', data: '<w:document/>' },
    ]),
  ),
  refusedAs('an .xlsb', 'workbook-xlsb', () =>
    zipBytes([
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      },
      { name: 'xl/workbook.bin', data: randomBytes(200) },
    ]),
  ),
  readAs('an .xlsm: its cells, never its macros', { A1: 1 }, () =>
    bookBytes({ parts: { 'xl/vbaProject.bin': randomBytes(2000) } }),
  ),
  refusedAs('a file above 25 MB', 'workbook-too-large', () =>
    zipBytes([
      ...bookEntries(),
      { name: 'xl/media/a.bin', data: Buffer.alloc(26 * 1024 * 1024), isStored: true },
    ]),
  ),
  ...[0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map((part) =>
    refusedAs(`a workbook cut off at ${part * 100} %`, 'workbook-damaged', () => {
      const whole = bookBytes();
      return whole.subarray(0, Math.floor(whole.length * part));
    }),
  ),
  refusedAs('a workbook without its first byte', 'workbook-not-one', () => bookBytes().subarray(1)),
];

function ole(stream: string): Buffer {
  const sector = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(sector);
  sector.write(`Root Entry\0`, 1024, 'utf16le');
  sector.write(`${stream}\0`, 1152, 'utf16le');
  return sector;
}

function randomBytes(count: number): Buffer {
  const random = randomFrom(count);
  return Buffer.from(Array.from({ length: count }, () => random.below(256)));
}
