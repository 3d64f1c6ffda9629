import { exactFromDecimal } from '../domain/exact.js';
import { judge } from '../domain/predikat/gates.js';
import { scoreSheet } from '../domain/scoring/score-sheet.js';
import { loadInstruments } from '../instruments.js';
import { totalFigure } from './gate-rows.js';

const { instrument, ruleset } = loadInstruments().forYear(2026);

describe('a total beside its verdict', () => {
  it.each([
    ['74.9983', '74,998'],
    ['74.99', '74,99'],
    ['75', '75,00'],
    ['82.456', '82,46'],
  ])('%s of 75 that are asked reads %s', (total, expected) => {
    const score = { ...scoreSheet(instrument, new Map()), total: exactFromDecimal(total) };
    expect(totalFigure(judge(ruleset, 'wbk', score))).toBe(expected);
  });
});
