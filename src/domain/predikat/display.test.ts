import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { ruleset } from '../../../test/support/shipped.js';
import { atLeast, exactFromDecimal, ZERO, type Exact } from '../exact.js';
import { gateFigures } from './display.js';
import type { GateCode, GateResult } from './gate.js';

function result(code: GateCode, value: Exact, weight = 1): GateResult {
  const rule = ruleset.gates.wbk.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(code);
  const passed = atLeast(value, rule.minimum);
  const short = passed ? ZERO : rule.minimum.sub(value);
  return { ...rule, value, passed, short, shortPoints: short.mul(weight) };
}

describe('figures of a gate', () => {
  it.each([
    ['two decimals where they are enough', '74.5', '74,50', '0,50'],
    ['three where the value would read like its minimum', '74.996', '74,996', '0,004'],
    ['six for a millionth', '74.999999', '74,999999', '0,000001'],
    ['a value that rounds to the minimum only at its last digit', '74.995', '74,995', '0,005'],
    ['zero', '0', '0,00', '75,00'],
  ])('show %s', (_title, value, shown, short) => {
    const figures = gateFigures(result('total', exactFromDecimal(value)));
    expect(figures).toEqual({
      unit: 'points',
      value: shown,
      alone: shown,
      minimum: '75,00',
      short,
      shortPoints: short,
    });
  });

  it('show two decimals where the gate passes, whatever follows', () => {
    const figures = gateFigures(result('total', exactFromDecimal('75.000000001')));
    expect(figures).toMatchObject({ value: '75,00', short: null, shortPoints: null });
  });

  it('show an area as percent and what it is short of also in points', () => {
    const figures = gateFigures(result('area-5', exactFromDecimal('0.55'), 15));
    expect(figures).toEqual({
      unit: 'percent',
      value: '55,00',
      alone: '55,00',
      minimum: '60,00',
      short: '5,00',
      shortPoints: '0,75',
    });
  });

  it('round what is short up, so that gaining the figure is enough', () => {
    const figures = gateFigures(result('total', new Fraction(224, 3)));
    expect(figures).toMatchObject({ value: '74,666', alone: '74,67', short: '0,334' });
  });

  it.each([
    ['two decimals where cutting off and rounding agree', '74.984', '74,98', '0,02'],
    ['one more where rounding would show more than there is', '74.985', '74,985', '0,015'],
    ['a sixth cut off', '74.98', '74,98', '0,02'],
  ])('add up to the minimum: %s', (_title, value, shown, short) => {
    const figures = gateFigures(result('total', exactFromDecimal(value)));
    expect(figures).toMatchObject({ value: shown, short });
  });

  it('always add up to the minimum, and a value never reads as more than half up says', () => {
    const points = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.integer({ min: 1, max: 97 }),
    );
    fc.assert(
      fc.property(points, ([n, parts]) => {
        const value = new Fraction(n % (75n * BigInt(parts)), parts);
        const { value: shown, short } = gateFigures(result('total', value), '.');
        expect(
          exactFromDecimal(shown)
            .add(exactFromDecimal(short ?? '0'))
            .toString(),
        ).toBe('75');
        const asElsewhere = exactFromDecimal(shown).round(2).toString();
        expect(asElsewhere).toBe(value.round(2).toString());
      }),
    );
  });

  it('take a point where asked', () => {
    expect(gateFigures(result('total', exactFromDecimal('74.5')), '.').value).toBe('74.50');
  });

  it('never show a failing value like its minimum nor a shortfall of nothing', () => {
    const near = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 0, max: 18 }));
    fc.assert(
      fc.property(
        near,
        fc.constantFrom<GateCode>('total', 'area-1', 'ipak'),
        ([n, zeros], code) => {
          const rule = result(code, ZERO);
          const value = rule.minimum.sub(new Fraction(n, 10n ** BigInt(15 + zeros)));
          if (value.compare(0) < 0) return;
          const figures = gateFigures(result(code, value));
          expect(figures.value).not.toBe(figures.minimum);
          expect(Number(figures.short?.replace(',', '.'))).toBeGreaterThan(0);
          expect(Number(figures.shortPoints?.replace(',', '.'))).toBeGreaterThan(0);
        },
      ),
    );
  });
});
