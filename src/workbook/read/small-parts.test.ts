import { cellContent } from './cell-value.js';
import { forEachCovered } from './covered-cells.js';
import { formatOfCode, readCellFormats } from './number-formats.js';
import { targetPart } from './relations.js';
import { movedFormula } from './shared-formula.js';
import { readSharedStrings } from './shared-strings.js';
import { unescapeText } from './unescape-text.js';

describe('a shared formula in another cell', () => {
  const from = { row: 9, column: 12 };
  it.each([
    ['K9*2', 'L10', 'K10*2'],
    ['$K$9*K$9+$K9', 'M11', '$K$9*L$9+$K11'],
    ['IF(K9="A9",1,LOG10(K9))', 'L10', 'IF(K10="A9",1,LOG10(K10))'],
    ["'A1 B2'!C3+Sheet1!C3+AB1!C3", 'L10', "'A1 B2'!C4+Sheet1!C4+AB1!C4"],
    [
      'IF(J9="Ya/Tidak",IF(K9="Ya",1,0),"Blm Diisi")',
      'L10',
      'IF(J10="Ya/Tidak",IF(K10="Ya",1,0),"Blm Diisi")',
    ],
    ['AVERAGE(L10:L12)*H8', 'L19', 'AVERAGE(L20:L22)*H18'],
    ['TAX_2024+A1B+_A1', 'L10', 'TAX_2024+A1B+_A1'],
    ['"a""K9"&K9', 'L10', '"a""K9"&K10'],
    ['K1', 'L1', '#REF!'],
    ['SUM(A:C)+K9', 'L10', 'SUM(A:C)+K9'],
    ['SUM(2:4)+K9', 'L10', 'SUM(2:4)+K9'],
    ['[1]LKE!K9', 'L10', '[1]LKE!K9'],
    ['1.5E3+K9', 'L10', '1.5E3+K10'],
  ])('%s reads in %s as %s', (formula, cell, expected) => {
    const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    const to = { row: Number(row), column: letter.charCodeAt(0) - 64 };
    expect(movedFormula(formula, from, to)).toBe(expected);
  });
});

describe('what a number format makes of a number', () => {
  it.each([
    ['0.00', 'general'],
    ['#,##0', 'general'],
    ['General', 'general'],
    ['0%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['dd/mm/yyyy', 'date'],
    ['[$-421]dd mmmm yyyy;@', 'date'],
    ['[h]:mm:ss', 'date'],
    ['0 "hari"', 'general'],
    ['0\\d', 'general'],
    ['[Red]0', 'general'],
    ['"100%"0', 'general'],
    ['@', 'general'],
  ])('%s: %s', (code, expected) => {
    expect(formatOfCode(code)).toBe(expected);
  });

  it('is found by the index of the style, own codes before the built-in ones', () => {
    const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="22"/><xf/></cellXfs></styleSheet>`;
    expect(readCellFormats(Buffer.from(xml))).toEqual([
      'general',
      'percent',
      'percent',
      'date',
      'general',
    ]);
  });
});

describe('what stands in a cell', () => {
  it.each([
    ['n', '3.6', { value: 3.6, numberText: '3.6' }],
    ['n', '1E-3', { value: 0.001, numberText: '1E-3' }],
    ['n', '  7 ', { value: 7, numberText: '7' }],
    ['n', '', { value: null }],
    ['n', '3,6', { value: '3,6', numberText: null }],
    ['s', '1', { value: 'dua' }],
    ['str', 'a_x000D_b', { value: 'a\rb' }],
    ['b', '1', { value: true }],
    ['b', '0', { value: false }],
    ['b', 'true', { value: true }],
    ['e', '#DIV/0!', { value: null, error: '#DIV/0!' }],
    ['d', '1970-01-02', { value: 25_570 }],
    ['d', '2026-08-31T12:00:00Z', { value: 46_265.5 }],
  ])('of type %s as "%s"', (type, raw, expected) => {
    const nothing = { value: null, numberText: null, error: null };
    expect(cellContent(type, raw, ['satu', 'dua'])).toEqual({ ...nothing, ...expected });
  });

  it('is written with _xHHHH_ for characters that XML cannot carry', () => {
    expect(unescapeText('_x005F_x0041__x0041_')).toBe('_x0041_A');
    expect(unescapeText('_x41_ _xZZZZ_')).toBe('_x41_ _xZZZZ_');
  });

  it('may be rich text, without its looks and its reading aids', () => {
    const xml = `<sst><si><t>satu</t></si><si><r><rPr><b/></rPr><t>du</t></r><r><t xml:space="preserve">a </t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr/></si><si/></sst>`;
    expect(readSharedStrings(Buffer.from(xml))).toEqual(['satu', 'dua ', '']);
  });
});

describe('the part that a relation points to', () => {
  it.each([
    ['worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['../xl/a.xml', 'xl/a.xml'],
    ['./a.xml', 'xl/a.xml'],
    ['worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['../../a.xml', null],
  ])('%s from xl/workbook.xml is %s', (target, expected) => {
    expect(targetPart('xl/workbook.xml', { type: 'worksheet', target, isExternal: false })).toBe(
      expected,
    );
  });
});

describe('cells within ranges', () => {
  it('are told with their range, in whatever order the ranges come', () => {
    const cells = [1, 2, 3, 4, 5].map((row) => ({ row, column: row }));
    const ranges = [
      { fromRow: 4, fromColumn: 1, toRow: 1_048_576, toColumn: 4 },
      { fromRow: 1, fromColumn: 1, toRow: 2, toColumn: 16_384 },
    ];
    const told: string[] = [];
    forEachCovered(cells, ranges, (cell, range) => told.push(`${cell.row} in ${range.fromRow}`));
    expect(told).toEqual(['1 in 1', '2 in 1', '4 in 4']);
  });
});
