import { joinCells } from './answer-formulas.js';
import { serialOfDay } from './day-serial.js';
import { workbookFileName } from './file-name.js';
import { wrappedLines } from './row-height.js';

describe('the name of the file', () => {
  it('says satker, year, layout and tier', () => {
    const of = {
      satkerCode: '52.71',
      year: 2026,
      layout: 'lampiran-iii',
      tier: 'mandiri',
    } as const;
    expect(workbookFileName(of)).toBe('LKE-52.71-2026-lampiran-iii-mandiri.xlsx');
  });

  it.each([
    ['../../etc/passwd', 'LKE-etcpasswd-2026-portalrb-tpi.xlsx'],
    ['52..71', 'LKE-52.71-2026-portalrb-tpi.xlsx'],
    ['52"\r\n.71', 'LKE-52.71-2026-portalrb-tpi.xlsx'],
  ])('is safe for the code %j', (satkerCode, name) => {
    expect(workbookFileName({ satkerCode, year: 2026, layout: 'portalrb', tier: 'tpi' })).toBe(
      name,
    );
  });
});

describe('a day', () => {
  it.each([
    ['1900-03-01', 61],
    ['2000-01-01', 36_526],
    ['2024-02-29', 45_351],
    ['2026-08-31', 46_265],
    ['1900-02-28', '1900-02-28'],
    ['kemarin', 'kemarin'],
  ])('%s is %s to a spreadsheet, in every time zone', (day, serial) => {
    expect(serialOfDay(day)).toBe(serial);
  });
});

describe('cells in a formula', () => {
  it.each([
    [['K1'], 'K1'],
    [['K1', 'K2', 'K3'], 'K1:K3'],
    [['K1', 'K3', 'K4', 'K9'], 'K1,K3:K4,K9'],
  ])('%j are written %s', (cells, text) => {
    expect(joinCells(cells)).toBe(text);
  });
});

describe('the lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['satu dua', 10, 1],
    ['satu dua tiga', 10, 2],
    ['satu\ndua\n\nempat', 10, 4],
    ['x'.repeat(25), 10, 3],
    ['dua kata-yang-sangat-panjang', 10, 4],
  ])('%j in %d characters', (text, width, lines) => {
    expect(wrappedLines(text, width)).toBe(lines);
  });
});
