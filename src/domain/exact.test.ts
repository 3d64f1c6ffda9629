import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import {
  clampToUnit,
  exactFromDecimal,
  exactFromInteger,
  exactFromStored,
  exactToDecimal,
  exactToStored,
} from './exact.js';

describe('decimal text', () => {
  it.each([
    ['rounds a half up', '0.0000005', 6, 'half-up', '0.000001'],
    ['rounds less than a half down', '0.0000004999', 6, 'half-up', '0'],
    ['rounds any remainder up when asked', '0.0000000001', 6, 'up', '0.000001'],
    ['keeps an exact value when rounding up', '57.75', 6, 'up', '57.75'],
    ['drops trailing zeros', '75.500000', 6, 'half-up', '75.5'],
    ['shows a whole number without a point', '17', 6, 'half-up', '17'],
    ['shows zero as 0', '0', 6, 'half-up', '0'],
    ['keeps zeros after the point', '0.05', 2, 'half-up', '0.05'],
    ['carries into the whole', '74.999', 2, 'half-up', '75'],
    ['rounds to whole numbers', '2.5', 0, 'half-up', '3'],
    ['rounds a negative away from zero', '-0.125', 2, 'half-up', '-0.13'],
    ['shows no minus on a rounded zero', '-0.001', 2, 'half-up', '0'],
    ['keeps the sign of a negative whole number', '-7', 2, 'half-up', '-7'],
  ] as const)('%s', (_title, value, digits, mode, expected) => {
    expect(exactToDecimal(exactFromDecimal(value), digits, mode)).toBe(expected);
  });

  it('rounds thirds', () => {
    expect(exactToDecimal(new Fraction(2, 3), 6, 'half-up')).toBe('0.666667');
    expect(exactToDecimal(new Fraction(1, 3), 6, 'up')).toBe('0.333334');
  });
});

describe('reading numbers', () => {
  it.each(['1/2', ' ', '', '1e3', '1,5', '.5', '5.', '+1', '0x1', '1_000', 'NaN', "1'(3)"])(
    'refuses %j as a plain decimal',
    (text) => {
      expect(() => exactFromDecimal(text)).toThrow(RangeError);
    },
  );

  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('refuses %d as a count', (value) => {
    expect(() => exactFromInteger(value)).toThrow(RangeError);
  });

  it.each(['1/0', '1.5', ' 1', '1/-2', '', '1/2/3'])('refuses %j as a stored fraction', (text) => {
    expect(() => exactFromStored(text)).toThrow(RangeError);
  });

  it('reads back every fraction it stores', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.bigInt({ min: 1n, max: 10n ** 40n }),
        (n, d) => {
          const value = new Fraction(n, d);
          expect(exactFromStored(exactToStored(value)).equals(value)).toBe(true);
        },
      ),
    );
  });

  it('reads back every decimal it writes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 9 }), (n, digits) => {
        const value = new Fraction(n, 10 ** digits);
        expect(exactFromDecimal(exactToDecimal(value, 9, 'half-up')).equals(value)).toBe(true);
      }),
    );
  });
});

describe('clamping', () => {
  it.each([
    ['-1', '0'],
    ['0', '0'],
    ['0.5', '0.5'],
    ['1', '1'],
    ['1.000001', '1'],
  ])('%s becomes %s', (value, expected) => {
    expect(clampToUnit(exactFromDecimal(value)).toString()).toBe(expected);
  });
});
