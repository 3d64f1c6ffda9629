import ExcelJS from 'exceljs';
import { formula, put, putLink, type CellValue } from './cells.js';

function sheet() {
  return new ExcelJS.Workbook().addWorksheet('x');
}

describe('a cell', () => {
  it.each([
    ['a string', '=1+1', '=1+1'],
    ['a number', 0, 0],
    ['a boolean', false, false],
    ['nothing', null, null],
    ['an empty string, which is nothing', '', null],
    ['an escape, written as its letters', '_x0041_', '_x005F_x0041_'],
  ])('takes %s', (_, value, kept) => {
    const to = sheet();
    put(to, 1, 'A', value, {});
    expect(to.getCell('A1').value).toBe(kept);
  });

  it('takes a formula of ours with its result', () => {
    const to = sheet();
    put(to, 1, 'A', formula('B1*2', 4), {});
    expect(to.getCell('A1').value).toEqual({ formula: 'B1*2', result: 4 });
  });

  it.each([
    ['a formula made elsewhere', { text: '1+1', result: 2 }],
    ['what ExcelJS would take for a formula', { formula: '1+1', result: 2 }],
    ['what ExcelJS would take for a link', { text: 'x', hyperlink: 'file:///etc/passwd' }],
    ['a date', new Date(0)],
    ['a list', ['=1+1']],
    ['something undefined', undefined],
    ['a function', () => '=1+1'],
    ['a number that is none', Number.NaN],
    ['an endless number', Number.POSITIVE_INFINITY],
  ])('refuses %s', (_, value) => {
    expect(() => put(sheet(), 1, 'A', value as unknown as CellValue, {})).toThrow();
  });

  it('takes a link only to an http or https address, else its text', () => {
    const to = sheet();
    const styles = { text: {}, link: {} };
    putLink(to, 1, 'A', { text: 'bukti', href: ' HTTPS://kpu.example/a b ' }, styles);
    putLink(to, 2, 'A', { text: 'bukti', href: 'file:///etc/passwd' }, styles);
    expect(to.getCell('A1').value).toEqual({
      text: 'bukti',
      hyperlink: 'https://kpu.example/a%20b',
    });
    expect(to.getCell('A2').value).toBe('bukti');
  });
});
