import { exactToDecimal, type Exact } from '../exact.js';
import type { GateResult } from './gate.js';

/** Figures of a gate as text; percent for the area gates, points for the others. */
export interface GateFigures {
  readonly unit: 'percent' | 'points';
  readonly value: string;
  /** The value where its shortfall does not stand beside it: rounded half up like any score. */
  readonly alone: string;
  readonly minimum: string;
  /** null where the gate passes. */
  readonly short: string | null;
  /** What is short in points, also for an area gate; null where the gate passes. */
  readonly shortPoints: string | null;
}

const SHOWN_DIGITS = 2;
/** Beyond any difference typed numbers can make; only keeps the search for digits finite. */
const MOST_DIGITS = 40;

/**
 * Text of a gate's value, minimum and shortfall with two decimals, more where needed so that a
 * failing value never reads like its minimum ("75,00 gagal") nor a shortfall like nothing ("kurang
 * 0,00"). What is short is rounded up, so that gaining the figure shown is always enough. Points and
 * shortfall add up to the minimum: where rounding the value half up would break that, it is cut off
 * one digit later, which still reads as the half-up figure of other pages. Area gates are shown as
 * percent (90/2021 Tabel 6 states them so) and their shortfall in points, so there nothing adds up.
 */
export function gateFigures(result: GateResult, separator: ',' | '.' = ','): GateFigures {
  const unit = result.code.startsWith('area-') ? 'percent' : 'points';
  const scale = unit === 'percent' ? 100 : 1;
  const value = result.value.mul(scale);
  const minimum = result.minimum.mul(scale);
  const leastDigits = result.passed ? SHOWN_DIGITS : digitsToDiffer(value, minimum);
  const alone = withDigits(value, leastDigits, 'half-up', separator);
  const shown = { unit, alone, minimum: minimumText(minimum, separator) } as const;
  if (result.passed) return { ...shown, value: alone, short: null, shortPoints: null };
  const isCut = unit === 'points' && value.round(leastDigits).compare(value) > 0;
  const digits = isCut ? leastDigits + 1 : leastDigits;
  const short = (figure: Exact) => withDigits(figure, digits, 'up', separator);
  return {
    ...shown,
    value: isCut ? withDigits(value.floor(digits), digits, 'half-up', separator) : alone,
    short: short(result.short.mul(scale)),
    shortPoints: short(result.shortPoints),
  };
}

function digitsToDiffer(value: Exact, minimum: Exact): number {
  for (let digits = SHOWN_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const text = withDigits(value, digits, 'half-up', '.');
    if (text !== withDigits(minimum, digits, 'half-up', '.')) return digits;
  }
  return MOST_DIGITS;
}

/** A minimum is a plain decimal of the fixtures and is shown whole. */
function minimumText(minimum: Exact, separator: ',' | '.'): string {
  const [, fraction = ''] = exactToDecimal(minimum, MOST_DIGITS, 'half-up').split('.');
  return withDigits(minimum, Math.max(SHOWN_DIGITS, fraction.length), 'half-up', separator);
}

function withDigits(
  value: Exact,
  digits: number,
  mode: 'half-up' | 'up',
  separator: ',' | '.',
): string {
  const [whole = '0', fraction = ''] = exactToDecimal(value, digits, mode).split('.');
  return `${whole}${separator}${fraction.padEnd(digits, '0')}`;
}
