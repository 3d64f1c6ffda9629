import type { RawCell, RawSheet } from '../../src/workbook/read/raw-workbook.js';
import { officialRow, patch, rawOfficial, withoutFormulas } from '../support/raw-lke.js';
import { reading } from '../support/readings.js';

let blank: RawSheet;

beforeAll(async () => {
  blank = withoutFormulas(await rawOfficial({ answers: { mandiri: new Map() } }));
});

function read(key: string, cell: Partial<RawCell>) {
  const [code = ''] = key.split(':');
  const found = reading(patch(blank, { [`K${officialRow('lampiran-iii', key)}`]: cell }));
  const row = found.rows.find((one) => one.code === code);
  return { value: row?.value ?? null, invalid: found.invalid.map(({ reason }) => reason) };
}

const number = (numberText: string, format: RawCell['format'] = 'general'): Partial<RawCell> => ({
  value: Number(numberText),
  numberText,
  format,
});
const text = (value: string): Partial<RawCell> => ({ value });

const YES_NO = 'A.I.1.i.a';
const LETTERS = 'A.I.1.i.b';
const COUNT = 'A.II.4.i.a:sasaran';
const INDEX = 'B.I.a';

describe('what stands in a cell of answers', () => {
  it.each([
    [YES_NO, text('ya'), 'Ya'],
    [YES_NO, text(' TIDAK '), 'Tidak'],
    [YES_NO, text('Y'), 'Ya'],
    [YES_NO, text('t'), 'Tidak'],
    [YES_NO, text('tdk'), 'Tidak'],
    [YES_NO, text('"Ya".'), 'Ya'],
    [YES_NO, { value: true }, 'Ya'],
    [YES_NO, { value: false }, 'Tidak'],
    [YES_NO, text('Ya\u200b'), 'Ya'],
    [YES_NO, { value: 'Ya', formula: 'IF(1=1,"Ya","Tidak")' }, 'Ya'],
    [LETTERS, text('b'), 'B'],
    [LETTERS, text('Ｂ'), 'B'],
    [LETTERS, text('C)'), 'C'],
  ])('%s with %j is %s', (key, cell, letter) => {
    expect(read(key, cell)).toEqual({ value: { kind: 'choice', letter }, invalid: [] });
  });

  it.each([
    [COUNT, number('7'), 7],
    [COUNT, number('7.0'), 7],
    [COUNT, number('7.0000000000000001E0'), 7],
    [COUNT, number('6.9999999999999991'), 7],
    [COUNT, number('0', 'percent'), 0],
    [COUNT, text('12'), 12],
    [COUNT, text('12,0'), 12],
    [COUNT, number('999999999'), 999_999_999],
  ])('%s with %j counts %s', (key, cell, count) => {
    expect(read(key, cell)).toEqual({
      value: { kind: 'counts', counts: { sasaran: count } },
      invalid: [],
    });
  });

  it.each([
    [number('3.6'), '3.6'],
    [number('3.5999999999999996'), '3.6'],
    [number('3.6000000000000001'), '3.6'],
    [text('3,60'), '3.6'],
    [text(' 3.6 '), '3.6'],
    [number('0'), '0'],
    [number('1E-3'), '0.001'],
    [number('4'), '4'],
    [{ ...number('3.25'), formula: 'AVERAGE(3,3.5)' }, '3.25'],
  ])('an index of %j is %s', (cell, index) => {
    expect(read(INDEX, cell)).toEqual({ value: { kind: 'index', index }, invalid: [] });
  });

  it.each([
    'Blm Diisi',
    'belum diisi',
    'BLM DIISI',
    '-',
    '–',
    '…',
    '...',
    '  ',
    '',
    'N/A',
    'pilih',
  ])('nothing was filled where “%s” stands', (mark) => {
    for (const key of [YES_NO, LETTERS, COUNT, INDEX]) {
      expect(read(key, text(mark))).toEqual({ value: null, invalid: [] });
    }
  });

  it.each([
    [YES_NO, text('mungkin'), 'not-on-scale'],
    [YES_NO, number('1'), 'not-on-scale'],
    [YES_NO, text('✓'), 'not-on-scale'],
    [LETTERS, text('D'), 'not-on-scale'],
    [LETTERS, text('A/B'), 'not-on-scale'],
    [LETTERS, { value: true }, 'not-on-scale'],
    [LETTERS, { error: '#REF!' }, 'cell-error'],
    [LETTERS, { value: null, formula: 'B3' }, 'cell-not-computed'],
    [COUNT, { value: null, formula: 'SUM(K1:K2)' }, 'cell-not-computed'],
    [LETTERS, number('45000', 'date'), 'cell-is-date'],
    [COUNT, number('2.5'), 'count-not-whole'],
    [COUNT, number('-1'), 'count-negative'],
    [COUNT, text('1.234'), 'count-not-whole'],
    [COUNT, text('7,000'), 'count-not-whole'],
    [COUNT, text('5 orang'), 'count-not-whole'],
    [COUNT, number('1E9'), 'count-too-large'],
    [COUNT, number('0.5', 'percent'), 'cell-is-percent'],
    [COUNT, number('45000', 'date'), 'cell-is-date'],
    [INDEX, number('87.5'), 'index-out-of-range'],
    [INDEX, number('-1'), 'index-out-of-range'],
    [INDEX, number('0.9', 'percent'), 'cell-is-percent'],
    [INDEX, text('3,60 (baik)'), 'index-not-a-number'],
    [INDEX, { error: '#VALUE!' }, 'cell-error'],
  ])('%s does not take %j: %s', (key, cell, reason) => {
    expect(read(key, cell)).toEqual({ value: null, invalid: [reason] });
  });

  it('keeps the good counts beside a wrong one, and says which one is wrong', () => {
    const row = (key: string) => `K${officialRow('lampiran-iii', `A.II.5.iii.a:${key}`)}`;
    const cells = {
      [row('kepala')]: number('1'),
      [row('pejabat')]: text('lima'),
      [row('lapor')]: number('3'),
    };
    const found = reading(patch(blank, cells));
    expect(found.rows.find(({ code }) => code === 'A.II.5.iii.a')?.value).toEqual({
      kind: 'counts',
      counts: { kepala: 1, lapor: 3 },
    });
    expect(found.invalid).toEqual([
      {
        cell: row('pejabat'),
        code: 'A.II.5.iii.a:pejabat',
        value: 'lima',
        reason: 'count-not-whole',
      },
    ]);
  });

  it('never reads a computed total', () => {
    expect(read('A.II.5.iii.b:wajib', number('40'))).toEqual({ value: null, invalid: [] });
  });

  it('takes a count that is asked twice from the place where it stands', () => {
    const found = reading(
      patch(blank, { [`K${officialRow('lampiran-iii', 'A.II.1.i.a:perubahan')}`]: number('6') }),
    );
    expect(found.rows.find(({ code }) => code === 'A.II.1.i.b')?.value).toEqual({
      kind: 'counts',
      counts: { perubahan: 6 },
    });
  });

  it('takes no percentage for the counts it should come from', () => {
    const cell = { ...number('0.75', 'percent') };
    expect(read('A.II.4.i.a', cell)).toEqual({ value: null, invalid: ['counts-expected'] });
  });

  it.each([
    ['a day', number('46112', 'date'), '31 Maret 2026'],
    ['a day and a time', number('46112.75', 'date'), '31 Maret 2026'],
    ['a time of day alone', number('0.5', 'date'), '0,5'],
    ['a percentage', number('0.95', 'percent'), '95%'],
    ['part of a percentage', number('0.285', 'percent'), '28,5%'],
    ['a number with noise', number('3.5999999999999996'), '3,6'],
    ['a year', number('2026'), '2026'],
  ])('keeps a note that is nothing but %s as it is read', (_, cell, note) => {
    const row = officialRow('lampiran-iii', YES_NO);
    const found = reading(patch(blank, { [`O${row}`]: cell, [`P${row}`]: cell }));
    expect(found.rows[0]).toMatchObject({ note, evidence: [{ name: note, href: null }] });
  });

  it('refuses a note that is too long and reads the answer beside it', () => {
    const row = officialRow('lampiran-iii', YES_NO);
    const found = reading(
      patch(blank, { [`K${row}`]: text('Ya'), [`O${row}`]: text('x'.repeat(32_767)) }),
    );
    expect(found.rows[0]).toMatchObject({ value: { letter: 'Ya' }, note: null });
    expect(found.invalid).toMatchObject([{ cell: `O${row}`, reason: 'note-too-long' }]);
  });
});
