import { bookBytes, EXTERNAL, relation, SOUND_ROWS, textRow, workbookXml } from '../book.js';
import { readAs, refusedAs, type Kind } from '../kind.js';

const MB = 1024 * 1024;
const LONG = 'a'.repeat(32_767);

const cell = (attributes: string, content: string): string =>
  `<row r="1"><c r="A1" ${attributes}>${content}</c></row>`;
const merges = (...refs: readonly string[]): string =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const links = (attributes: string): string => `<hyperlinks><hyperlink ${attributes}/></hyperlinks>`;
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** What is wrong or odd about the cells. */
export const cellKinds: readonly Kind[] = [
  ...[
    'A0',
    'XFE1',
    'AAAA1',
    'A1048577',
    'ZZZZZZ99999999999',
    'R1C1',
    'a1',
    '$A$1',
    '1',
    'A',
    'A1:B2',
    'A01',
    'A1.5',
    'A-1',
    ' A1',
    'А1',
    '__proto__',
    '',
  ].map((ref) =>
    refusedAs(`a cell at "${ref}"`, 'workbook-damaged', () =>
      bookBytes({ rows: `<row r="1"><c r="${ref}"><v>1</v></c></row>` }),
    ),
  ),
  ...['0', '-1', '1048577', '1e3', '99999999999999999999', 'NaN', '', 'A1'].map((row) =>
    refusedAs(`a row numbered "${row}"`, 'workbook-damaged', () =>
      bookBytes({ rows: `<row r="${row}"/>` }),
    ),
  ),
  refusedAs('a cell in the row of another', 'workbook-damaged', () =>
    bookBytes({ rows: '<row r="1"><c r="A2"><v>1</v></c></row>' }),
  ),
  refusedAs('two cells in one place', 'workbook-damaged', () =>
    bookBytes({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
  ),
  refusedAs('a row twice with the same cell', 'workbook-damaged', () =>
    bookBytes({ rows: SOUND_ROWS + SOUND_ROWS }),
  ),
  refusedAs('17,000 cells in a row without places', 'workbook-damaged', () =>
    bookBytes({ rows: `<row>${'<c><v>1</v></c>'.repeat(17_000)}</row>` }),
  ),
  readAs('no places at all', { A1: 1, B1: 2, A2: 3 }, () =>
    bookBytes({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' }),
  ),
  readAs('rows and cells out of order', { A1: 1, B3: 4, C3: 5 }, () =>
    bookBytes({
      rows: `<row r="3"><c r="C3"><v>5</v></c><c r="B3"><v>4</v></c></row>${SOUND_ROWS}`,
    }),
  ),
  readAs('the last cell there is', { XFD1048576: 1 }, () =>
    bookBytes({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
  ),
  readAs('a merge over the whole sheet', { A1: 1 }, () =>
    bookBytes({ after: merges('A1:XFD1048576') }),
  ),
  readAs('a merge that hides cells', { A1: 1 }, () =>
    bookBytes({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>',
      after: merges('A1:C1'),
    }),
  ),
  readAs('10,000 merges', { A1: 1 }, () =>
    bookBytes({
      after: merges(...Array.from({ length: 10_000 }, (_, index) => `A${index + 2}:B${index + 2}`)),
    }),
  ),
  refusedAs('a million merges', 'workbook-hostile', () =>
    bookBytes({
      after: `<mergeCells>${'<mergeCell ref="A2:B2"/>'.repeat(1_000_000)}</mergeCells>`,
    }),
  ),
  refusedAs('40,000 merges over each other', 'workbook-hostile', () =>
    bookBytes({
      after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(40_000)}</mergeCells>`,
    }),
  ),
  ...['A1:', ':A1', 'B2:A1', 'A1:XFE1', 'A:A', '1:1', 'A1:B2:C3', 'x'].map((ref) =>
    refusedAs(`a merge of "${ref}"`, 'workbook-damaged', () => bookBytes({ after: merges(ref) })),
  ),
  readAs('columns from 1 to 16,384', { A1: 1 }, () =>
    bookBytes({
      before:
        '<cols><col min="1" max="16384" width="9"/><col min="1" max="99999999999" width="9"/></cols>',
    }),
  ),
  readAs('a million column ranges', { A1: 1 }, () =>
    bookBytes({ before: `<cols>${'<col min="1" max="16384"/>'.repeat(1_000_000)}</cols>` }),
  ),
  readAs('validations over the whole sheet', { A1: 1 }, () =>
    bookBytes({
      after: `<dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576 A1:XFD1048576"><formula1>"Ya,Tidak"</formula1></dataValidation>'.repeat(1000)}</dataValidations>`,
    }),
  ),
  readAs('conditional formats over the whole sheet', { A1: 1 }, () =>
    bookBytes({
      after:
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting>'.repeat(
          1000,
        ),
    }),
  ),
  readAs('a dimension that lies', { A1: 1 }, () =>
    bookBytes({ before: '<dimension ref="A1:XFD1048576"/>' }),
  ),
  readAs('5 million empty rows', {}, () =>
    bookBytes({ rows: '<row/>'.repeat(1_048_576) + '<row r="1"/>'.repeat(3_900_000) }),
  ),
  refusedAs('more empty rows than a sheet has', 'workbook-damaged', () =>
    bookBytes({ rows: `<row r="1048576"/><row><c><v>1</v></c></row>` }),
  ),
  readAs('10,000 rows of 20 columns', { A1: 0, T10000: 19 }, () =>
    bookBytes({
      rows: times(10_000, () => `<row>${times(20, (column) => `<c><v>${column}</v></c>`)}</row>`),
    }),
  ),
  refusedAs('a million cells', 'workbook-too-many-cells', () =>
    bookBytes({ rows: times(100_000, () => `<row>${'<c><v>1</v></c>'.repeat(10)}</row>`) }),
  ),
  readAs('a million empty cells with a look', {}, () =>
    bookBytes({ rows: times(100_000, () => `<row>${'<c s="1"/>'.repeat(10)}</row>`) }),
  ),
  readAs('a cell of 32,767 characters', { A1: LONG }, () => bookBytes({ rows: textRow(LONG) })),
  refusedAs('a cell of 40,000 characters', 'workbook-cell-too-long', () =>
    bookBytes({ rows: textRow('a'.repeat(40_000)) }),
  ),
  refusedAs('a shared text of 40,000 characters', 'workbook-cell-too-long', () =>
    bookBytes({
      rows: cell('t="s"', '<v>0</v>'),
      strings: `<si><t>${'a'.repeat(40_000)}</t></si>`,
    }),
  ),
  refusedAs('one long text in 100,000 cells', 'workbook-too-much-content', () =>
    bookBytes({
      rows: '<row><c t="s"><v>0</v></c></row>'.repeat(100_000),
      strings: `<si><t>${LONG}</t></si>`,
    }),
  ),
  refusedAs('a formula of 1 MB', 'workbook-hostile', () =>
    bookBytes({ rows: cell('', `<f>${'1+'.repeat(MB / 2)}1</f><v>1</v>`) }),
  ),
  refusedAs('one long shared formula in 50,000 cells', 'workbook-too-much-content', () =>
    bookBytes({
      rows: `<row><c><f t="shared" si="0">${'A1+'.repeat(2000)}A1</f><v>1</v></c></row>${'<row><c><f t="shared" si="0"/><v>1</v></c></row>'.repeat(50_000)}`,
    }),
  ),
  readAs('a shared formula that is nowhere', { A1: { value: 1, formula: null } }, () =>
    bookBytes({ rows: cell('', '<f t="shared" si="7"/><v>1</v>') }),
  ),
  readAs(
    'shared formulas that lead to each other',
    { A1: { formula: 'B1' }, B1: { formula: 'A1' } },
    () =>
      bookBytes({
        rows: '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:B1">B1</f></c><c r="B1"><f t="shared" si="1" ref="A1:B1">A1</f></c></row>',
      }),
  ),
  readAs(
    'a shared formula that leaves the grid',
    { A2: { formula: 'A1' }, A1: { formula: '#REF!' } },
    () =>
      bookBytes({
        rows: '<row r="1"><c r="A1"><f t="shared" si="__proto__"/><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="__proto__">A1</f></c></row>',
      }),
  ),
  ...['-1', '1', '99999999999999', '1.5', 'abc', '__proto__', 'constructor', '0x0', ''].map(
    (index) =>
      refusedAs(`the shared text number "${index}"`, 'workbook-damaged', () =>
        bookBytes({ rows: cell('t="s"', `<v>${index}</v>`), strings: '<si><t>x</t></si>' }),
      ),
  ),
  refusedAs('shared texts that are missing', 'workbook-damaged', () =>
    bookBytes({ rows: cell('t="s"', '<v>0</v>') }),
  ),
  ...['99999', '-1', 'x', '__proto__'].map((style) =>
    readAs(`the cell style "${style}"`, { A1: { value: 0.5, format: 'general' } }, () =>
      bookBytes({
        rows: cell(`s="${style}"`, '<v>0.5</v>'),
        styles: '<cellXfs><xf numFmtId="9"/></cellXfs>',
      }),
    ),
  ),
  readAs('styles that are missing', { A1: { value: 0.5, format: 'general' } }, () =>
    bookBytes({ rows: cell('s="3"', '<v>0.5</v>') }),
  ),
  readAs('a number format of 1 MB', { A1: { format: 'general' } }, () =>
    bookBytes({
      rows: cell('s="0"', '<v>1</v>'),
      styles: `<numFmts><numFmt numFmtId="200" formatCode="${'[x'.repeat(MB / 2)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
    }),
  ),
  ...['1e999', '-1e999', 'NaN', 'Infinity', '0x10', '3,6', '1_000', '１', '--1'].map((number) =>
    readAs(`the number "${number}"`, { A1: { value: number, numberText: null } }, () =>
      bookBytes({ rows: cell('', `<v>${number}</v>`) }),
    ),
  ),
  readAs(
    'a number of 100,000 digits',
    { A1: { value: 0, numberText: `0.${'0'.repeat(10_000)}1` } },
    () => bookBytes({ rows: cell('', `<v>0.${'0'.repeat(10_000)}1</v>`) }),
  ),
  readAs('a type nobody knows', { A1: 5 }, () => bookBytes({ rows: cell('t="zzz"', '<v>5</v>') })),
  readAs('an error nobody knows', { A1: { value: null, error: '#APA?' } }, () =>
    bookBytes({ rows: cell('t="e"', '<v>#APA?</v>') }),
  ),
  readAs('texts of the prototype', { A1: '__proto__' }, () =>
    bookBytes({ rows: textRow('__proto__') }),
  ),
  readAs("a NUL in Excel's own way", { A1: 'a\0b' }, () =>
    bookBytes({ rows: textRow('a_x0000_b') }),
  ),
  readAs("half a character in Excel's own way", { A1: '\ud800' }, () =>
    bookBytes({ rows: textRow('_xD800_') }),
  ),
  readAs('a text that looks like a formula', { A1: { value: '=1+1', formula: null } }, () =>
    bookBytes({ rows: textRow('=1+1') }),
  ),
  ...[
    'file:///etc/passwd',
    'javascript:alert(1)',
    '\\\\server\\bagian\\x',
    'data:text/html,x',
    'https://a.id/\u202e',
  ].map((target) =>
    readAs(
      `a hyperlink to ${target}, reported and never followed`,
      { A1: { value: 1, link: target } },
      () =>
        bookBytes({
          after: links('ref="A1" r:id="h"'),
          sheetRelations: relation('h', 'hyperlink', target, EXTERNAL),
        }),
    ),
  ),
  readAs('a hyperlink within the workbook', { A1: { link: "#'Bukti'!A2" } }, () =>
    bookBytes({ after: links(`ref="A1" location="'Bukti'!A2"`) }),
  ),
  readAs('a hyperlink over the whole sheet', { A1: { link: '#A1' } }, () =>
    bookBytes({ after: links('ref="A1:XFD1048576" location="A1"') }),
  ),
  readAs('a hyperlink without a relation', { A1: { value: 1, link: null } }, () =>
    bookBytes({ after: links('ref="A1" r:id="zzz"') }),
  ),
  refusedAs('a hyperlink at no cell', 'workbook-damaged', () =>
    bookBytes({ after: links('ref="__proto__" location="A1"') }),
  ),
  refusedAs('100,000 hyperlinks', 'workbook-hostile', () =>
    bookBytes({
      after: `<hyperlinks>${'<hyperlink ref="A1" location="A1"/>'.repeat(100_000)}</hyperlinks>`,
    }),
  ),
  readAs('a date counted from 1900', { A1: { value: 46_265, format: 'date' } }, () =>
    bookBytes({
      rows: cell('s="0"', '<v>46265</v>'),
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    }),
  ),
  readAs('a date counted from 1904', { A1: { value: 46_265, format: 'date' } }, () =>
    bookBytes({
      workbook: workbookXml(['A'], '<workbookPr date1904="1"/>'),
      rows: cell('s="0"', '<v>44803</v>'),
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    }),
  ),
  readAs('a date written out', { A1: { value: 46_265, format: 'date' } }, () =>
    bookBytes({ rows: cell('t="d"', '<v>2026-08-31T00:00:00</v>') }),
  ),
  readAs('a date that is none', { A1: { value: '2026-99-99', format: 'date' } }, () =>
    bookBytes({ rows: cell('t="d"', '<v>2026-99-99</v>') }),
  ),
];
