/** What a bench hands back; plain data, because it crosses a process border. */
export type Outcome = Comparison | Figure | Skipped;

export interface Side {
  /** What exactly this side does. */
  readonly does: string;
  /** One value per round. */
  readonly values: readonly number[];
}

/** Product over yardstick, both measured in every round. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly title: string;
  readonly unit: string;
  readonly product: Side;
  readonly yardstick: Side;
  /** product / yardstick of each round. */
  readonly ratios: readonly number[];
  readonly aim: Aim | null;
}

/** `bar` must be kept; `aim`, where there is one, is what we want. */
export interface Aim {
  readonly direction: 'at least' | 'at most';
  readonly bar: number;
  readonly aim: number | null;
}

/** Something measured or counted that is no ratio. */
export interface Figure {
  readonly kind: 'figure';
  readonly title: string;
  readonly unit: string;
  readonly values: readonly number[];
}

export interface Skipped {
  readonly kind: 'skipped';
  readonly title: string;
  readonly reason: string;
}

export function compare(
  title: string,
  unit: string,
  product: Side,
  yardstick: Side,
  aim: Aim | null,
): Comparison {
  const ratios = product.values.map((value, round) => value / (yardstick.values[round] ?? NaN));
  return { kind: 'comparison', title, unit, product, yardstick, ratios, aim };
}

export function atLeast(bar: number, aim: number | null = null): Aim {
  return { direction: 'at least', bar, aim };
}

export function atMost(bar: number, aim: number | null = null): Aim {
  return { direction: 'at most', bar, aim };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

/** The verdict is that of the median; single rounds on a shared machine prove nothing. */
export function verdictOf({ ratios, aim }: Comparison): string | null {
  if (aim === null) return null;
  const ratio = median(ratios);
  const keeps = (limit: number) => (aim.direction === 'at least' ? ratio >= limit : ratio <= limit);
  const sign = aim.direction === 'at least' ? '≥' : '≤';
  const wanted = aim.aim === null ? '' : `, aim ${sign} ${aim.aim}`;
  const words = `bar ${sign} ${aim.bar}${wanted}`;
  if (!keeps(aim.bar)) return `MISSED (${words})`;
  return aim.aim === null || keeps(aim.aim)
    ? `reached (${words})`
    : `bar kept, aim missed (${words})`;
}
