import { countInWords, terbilang } from './terbilang.js';

it.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [35, 'tiga puluh lima'],
  [100, 'seratus'],
  [101, 'seratus satu'],
  [111, 'seratus sebelas'],
  [115, 'seratus lima belas'],
  [552, 'lima ratus lima puluh dua'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
])('%i is read %s', (value, words) => {
  expect(terbilang(value)).toBe(words);
});

it('stands in brackets beside the figure', () => {
  expect(countInWords(30)).toBe('30 (tiga puluh)');
  expect(countInWords(1000)).toBe('1000');
});

it.each([-1, 1.5, 1000, NaN])('has no words for %p', (value) => {
  expect(() => terbilang(value)).toThrow('no words for');
});
