import {
  bookBytes,
  escaped,
  relation,
  sheetXml,
  SOUND_ROWS,
  stringsXml,
  workbookXml,
  XML,
} from '../book.js';
import { readAs, refusedAs, type Kind } from '../kind.js';

const MB = 1024 * 1024;
const SHEET = sheetXml(SOUND_ROWS);
const BODY = SHEET.slice(XML.length);

const LAUGHS = Array.from({ length: 10 }, (_, index) =>
  index === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${index} "${`&l${index - 1};`.repeat(10)}">`,
).join('');

/** What is wrong or odd about the XML of the parts. */
export const xmlKinds: readonly Kind[] = [
  refusedAs('a billion laughs in the sheet', 'workbook-hostile', () =>
    bookBytes({
      sheet: `<!DOCTYPE worksheet [${LAUGHS}]>${sheetXml('<row><c t="str"><v>&l9;</v></c></row>').slice(XML.length)}`,
    }),
  ),
  refusedAs('a billion laughs in the shared strings', 'workbook-hostile', () =>
    bookBytes({
      strings: '',
      parts: {
        'xl/sharedStrings.xml': `<!DOCTYPE sst [${LAUGHS}]><sst><si><t>&l9;</t></si></sst>`,
      },
    }),
  ),
  refusedAs('an entity that is a file', 'workbook-hostile', () =>
    bookBytes({ sheet: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${BODY}` }),
  ),
  refusedAs('an entity from the network', 'workbook-hostile', () =>
    bookBytes({ sheet: `<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:1/x"> %e;]>${BODY}` }),
  ),
  refusedAs('a document type alone', 'workbook-hostile', () =>
    bookBytes({ sheet: `<!DOCTYPE worksheet>${BODY}` }),
  ),
  refusedAs('a document type in the relations', 'workbook-hostile', () =>
    bookBytes({ packageRelations: '<!DOCTYPE x><Relationships/>' }),
  ),
  refusedAs('a document type of 30 MB', 'workbook-hostile', () =>
    bookBytes({ sheet: `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(2 * MB)}]>${BODY}` }),
  ),
  refusedAs('an entity that nobody declared', 'workbook-damaged', () =>
    bookBytes({ rows: '<row><c t="str"><v>&unknown;</v></c></row>' }),
  ),
  refusedAs('100,000 attributes of one element', 'workbook-hostile', () =>
    bookBytes({
      rows: `<row ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
    }),
  ),
  refusedAs('the same attribute twice', 'workbook-damaged', () =>
    bookBytes({ rows: '<row r="1" r="2"/>' }),
  ),
  refusedAs('an attribute of 20 MB as a reference', 'workbook-hostile', () =>
    bookBytes({ rows: `<row r="1"><c r="${'A'.repeat(20 * MB)}1"><v>1</v></c></row>` }),
  ),
  refusedAs('elements within each other, 200,000 deep', 'workbook-hostile', () =>
    bookBytes({ rows: '<a>'.repeat(200_000) }),
  ),
  refusedAs('namespaces within each other, 10,000 deep', 'workbook-hostile', () =>
    bookBytes({
      rows: Array.from(
        { length: 10_000 },
        (_, index) => `<p${index}:a xmlns:p${index}="u${index}">`,
      ).join(''),
    }),
  ),
  refusedAs('elements that do not close', 'workbook-damaged', () =>
    bookBytes({ sheet: SHEET.slice(0, -20) }),
  ),
  refusedAs('elements that close each other', 'workbook-damaged', () =>
    bookBytes({ rows: '<row><c></row></c>' }),
  ),
  refusedAs('two roots', 'workbook-damaged', () => bookBytes({ sheet: SHEET + BODY })),
  refusedAs('an empty part', 'workbook-damaged', () => bookBytes({ sheet: '' })),
  refusedAs('text in place of XML', 'workbook-damaged', () => bookBytes({ sheet: 'kosong' })),
  refusedAs('a NUL in the XML', 'workbook-damaged', () =>
    bookBytes({ rows: '<row><c t="str"><v>a\0b</v></c></row>' }),
  ),
  refusedAs('a NUL as a reference', 'workbook-damaged', () =>
    bookBytes({ rows: '<row><c t="str"><v>a&#0;b</v></c></row>' }),
  ),
  refusedAs('bytes that are no UTF-8', 'workbook-damaged', () =>
    bookBytes({
      sheet: Buffer.concat([
        Buffer.from(SHEET.slice(0, -30)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(SHEET.slice(-30)),
      ]),
    }),
  ),
  refusedAs('half a character at the end', 'workbook-damaged', () =>
    bookBytes({ sheet: Buffer.concat([Buffer.from(SHEET), Buffer.from([0xe2, 0x82])]) }),
  ),
  refusedAs('a code page of old', 'workbook-damaged', () =>
    bookBytes({ sheet: `<?xml version="1.0" encoding="windows-1252"?>${BODY}` }),
  ),
  refusedAs('UTF-7 by its declaration', 'workbook-damaged', () =>
    bookBytes({ sheet: `<?xml version="1.0" encoding="UTF-7"?>${BODY}` }),
  ),
  readAs('a byte order mark', { A1: 1 }, () => bookBytes({ sheet: `\ufeff${SHEET}` })),
  readAs('no XML declaration', { A1: 1 }, () => bookBytes({ sheet: BODY })),
  readAs('UTF-16, little end first', { A1: 1 }, () =>
    bookBytes({ sheet: Buffer.from(`\ufeff${SHEET.replace('UTF-8', 'UTF-16')}`, 'utf16le') }),
  ),
  readAs('UTF-16, big end first', { A1: 1 }, () =>
    bookBytes({
      sheet: Buffer.from(`\ufeff${SHEET.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16(),
    }),
  ),
  readAs('prefixes on every element', { A1: 'teks', A2: 7 }, () =>
    bookBytes({
      sheet: `${XML}<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      strings: '',
      parts: {
        'xl/sharedStrings.xml': `${XML}<x:sst xmlns:x="m"><x:si><x:t>teks</x:t></x:si></x:sst>`,
      },
    }),
  ),
  readAs('the strict standard', { A1: 1 }, () =>
    bookBytes({
      sheet: SHEET.replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ),
      workbook: workbookXml(['A']).replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
      packageRelations: `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    }),
  ),
  readAs('CDATA, comments and instructions between', { A1: 'a<b>c' }, () =>
    bookBytes({ rows: '<?x y?><row><!-- c --><c t="str"><v><![CDATA[a<b>]]>c</v></c></row>' }),
  ),
  readAs('cells outside the rows, and rows outside the data', { A1: 1 }, () =>
    bookBytes({
      after:
        '<c r="B1"><v>9</v></c><row r="5"><c r="A5"><v>9</v></c></row><extLst><ext><sheetData><row r="7"><c r="A7"><v>9</v></c></row></sheetData></ext></extLst>',
    }),
  ),
  refusedAs('a comment of 30 MB', 'workbook-hostile', () =>
    bookBytes({ before: `<!--${'-a'.repeat(15 * MB)}-->` }),
  ),
  refusedAs('a relation whose address has 10 MB', 'workbook-hostile', () =>
    bookBytes({
      after: '<hyperlinks><hyperlink ref="A1" r:id="h"/></hyperlinks>',
      sheetRelations: relation(
        'h',
        'hyperlink',
        `https://a.id/${'a'.repeat(10 * MB)}`,
        ' TargetMode="External"',
      ),
    }),
  ),
  refusedAs('100,000 relations', 'workbook-too-much-content', () =>
    bookBytes({
      sheetRelations: Array.from({ length: 100_000 }, (_, index) =>
        relation(`r${index}`, 'x', 'x'),
      ).join(''),
    }),
  ),
  refusedAs('2 million shared strings', 'workbook-too-much-content', () =>
    bookBytes({ strings: '<si><t>a</t></si>'.repeat(2_000_000) }),
  ),
  refusedAs('100,000 cell styles', 'workbook-hostile', () =>
    bookBytes({ styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(100_000)}</cellXfs>` }),
  ),
  readAs('names with quotes, brackets and emoji', { A1: 1 }, () =>
    bookBytes({ sheetName: `LKE "ZI" [2026]' 🏅 ${escaped('<b>')}` }),
  ),
  ...['__proto__', 'constructor', 'toString', '../../etc/passwd', '=1+1'].map((sheetName) =>
    readAs(`a sheet named ${sheetName}`, { A1: 1 }, () => bookBytes({ sheetName })),
  ),
  refusedAs('a sheet name of 300 characters', 'workbook-damaged', () =>
    bookBytes({ sheetName: 'a'.repeat(300) }),
  ),
  refusedAs('a sheet without a name', 'workbook-damaged', () => bookBytes({ sheetName: '' })),
  refusedAs('two sheets of one name', 'workbook-damaged', () =>
    bookBytes({ workbook: workbookXml(['LKE', 'lke']) }),
  ),
  refusedAs('1,000 sheets', 'workbook-too-many-sheets', () =>
    bookBytes({ workbook: workbookXml(Array.from({ length: 1000 }, (_, index) => `S${index}`)) }),
  ),
  refusedAs('a workbook part that is a sheet', 'workbook-damaged', () =>
    bookBytes({ workbook: SHEET }),
  ),
  refusedAs('a sheet without a relation', 'workbook-damaged', () =>
    bookBytes({ workbook: workbookXml(['A', 'B']) }),
  ),
  refusedAs('shared strings that are damaged', 'workbook-damaged', () =>
    bookBytes({ strings: '', parts: { 'xl/sharedStrings.xml': stringsXml('<si>').slice(0, -3) } }),
  ),
];
