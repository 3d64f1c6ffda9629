import { cellRef, parseCellRef, parseRange, parseRowNumber } from './cell-ref.js';

describe('a place in a sheet', () => {
  it.each([
    ['A1', 1, 1],
    ['Z9', 9, 26],
    ['AA10', 10, 27],
    ['AZ1', 1, 52],
    ['ZZ1', 1, 702],
    ['AAA1', 1, 703],
    ['XFD1048576', 1_048_576, 16_384],
  ])('%s is row %d, column %d, and back', (ref, row, column) => {
    expect(parseCellRef(ref)).toEqual({ row, column });
    expect(cellRef({ row, column })).toBe(ref);
  });

  it.each([
    '',
    'A',
    '1',
    'A0',
    'A01',
    'a1',
    '$A$1',
    'XFE1',
    'AAAA1',
    'A1048577',
    'A1 ',
    '__proto__',
  ])('is refused as "%s"', (ref) => {
    expect(() => parseCellRef(ref)).toThrow('workbook-damaged');
  });

  it('is a range with both ends, or of one cell', () => {
    expect(parseRange('B1:O2')).toEqual({ fromRow: 1, fromColumn: 2, toRow: 2, toColumn: 15 });
    expect(parseRange('C3')).toEqual({ fromRow: 3, fromColumn: 3, toRow: 3, toColumn: 3 });
  });

  it.each(['O1:B1', 'A2:A1', 'A1:', 'A1:B2:C3', 'A:A'])('is no range as "%s"', (ref) => {
    expect(() => parseRange(ref)).toThrow('workbook-damaged');
  });

  it.each(['0', '1048577', '-1', '1.5', ''])('has no row "%s"', (row) => {
    expect(() => parseRowNumber(row)).toThrow('workbook-damaged');
  });
});
