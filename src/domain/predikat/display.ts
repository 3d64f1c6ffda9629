import { exactToDecimal, type Exact } from '../exact.js';
import type { GateResult } from './gate.js';

/** Figures of a gate as text; percent for the area gates, points for the others. */
export interface GateFigures {
  readonly unit: 'percent' | 'points';
  readonly value: string;
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
 * 0,00"). The value is rounded half up; what is short is rounded up, so that gaining the figure
 * shown is always enough. Area gates are shown as percent (90/2021 Tabel 6 states them so).
 */
export function gateFigures(result: GateResult, separator: ',' | '.' = ','): GateFigures {
  const unit = result.code.startsWith('area-') ? 'percent' : 'points';
  const scale = unit === 'percent' ? 100 : 1;
  const value = result.value.mul(scale);
  const minimum = result.minimum.mul(scale);
  const digits = result.passed ? SHOWN_DIGITS : digitsToDiffer(value, minimum);
  const short = (figure: Exact) => withDigits(figure, digits, 'up', separator);
  return {
    unit,
    value: withDigits(value, digits, 'half-up', separator),
    minimum: minimumText(minimum, separator),
    short: result.passed ? null : short(result.short.mul(scale)),
    shortPoints: result.passed ? null : short(result.shortPoints),
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
