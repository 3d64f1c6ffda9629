import Fraction from 'fraction.js';

/**
 * Exact rational numbers: every score, weight and minimum is one, from the fixture to the gate.
 * Doubles never take part in a comparison (a satker at exactly 60 % of an area must pass).
 */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);

const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/;
/** 200 digits: eight ratios of counts up to 10^9 and two indices of 15 decimals have at most 105. */
const RATIO = /^-?\d{1,200}(\/[1-9]\d{0,200})?$/;

/** A decimal of the fixtures ("0.67", "17.5"), point as separator. Throws on anything else. */
export function exactFromDecimal(text: string): Exact {
  if (!DECIMAL.test(text)) throw new RangeError(`not a plain decimal: ${text}`);
  return new Fraction(text);
}

/** A whole number (a typed count). Throws unless it is a safe integer. */
export function exactFromInteger(value: number): Exact {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  return new Fraction(value);
}

/** The stored form, "n/d" or "n" in lowest terms; the only form in which a score is kept. */
export function exactToStored(value: Exact): string {
  return value.toFraction();
}

/** Reads back what {@link exactToStored} wrote. Throws on anything else. */
export function exactFromStored(text: string): Exact {
  if (!RATIO.test(text)) throw new RangeError(`not a stored fraction: ${text}`);
  return new Fraction(text);
}

/** Sum of any number of exact values; 0 for none. */
export function sum(values: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total;
}

export function atLeast(value: Exact, minimum: Exact): boolean {
  return value.compare(minimum) >= 0;
}

/** Limits a value to 0..1. */
export function clampToUnit(value: Exact): Exact {
  if (value.compare(0) < 0) return ZERO;
  return value.compare(1) > 0 ? ONE : value;
}

/**
 * Decimal text with a point and at most `digits` decimals, trailing zeros removed.
 * `half-up` rounds halves away from zero; `up` rounds any remainder away from zero (for "short",
 * so that a failing gate never shows 0).
 */
export function exactToDecimal(value: Exact, digits: number, mode: 'half-up' | 'up'): string {
  if (value.d === 1n) return (value.s * value.n).toString();
  const scale = 10n ** BigInt(digits);
  const negative = value.compare(0) < 0;
  const n = value.n * scale;
  const rest = n % value.d;
  const whole = n / value.d;
  const up = mode === 'up' ? rest > 0n : rest * 2n >= value.d;
  const scaled = up ? whole + 1n : whole;
  const text = placePoint(scaled, digits);
  return negative && scaled !== 0n ? `-${text}` : text;
}

function placePoint(scaled: bigint, digits: number): string {
  if (digits === 0) return scaled.toString();
  const text = scaled.toString().padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`;
}
