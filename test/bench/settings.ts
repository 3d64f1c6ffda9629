/** How much one bench does; the smoke test asks for next to nothing. */
export interface Settings {
  readonly rounds: number;
  /** 1 for a real measurement, less only to see that the bench runs. */
  readonly scale: number;
}

export const BENCHES = ['page', 'save', 'export', 'import', 'jobs', 'score', 'roll-up'] as const;
export type BenchName = (typeof BENCHES)[number];

export interface Options {
  readonly only: readonly BenchName[];
  readonly rounds: number;
}

export const DEFAULT_ROUNDS = 7;
const MOST_ROUNDS = 50;

/** `--only page|save|export|import|jobs|score|roll-up` (once or more) and `--rounds N`; a message where wrong. */
export function readOptions(args: readonly string[]): Options | string {
  const only: BenchName[] = [];
  let rounds = DEFAULT_ROUNDS;
  for (let at = 0; at < args.length; at += 2) {
    const [option, value] = [args[at], args[at + 1] ?? ''];
    if (option === '--only') {
      const name = BENCHES.find((bench) => bench === value);
      if (name === undefined) return `--only takes one of ${BENCHES.join(', ')}`;
      only.push(name);
    } else if (option === '--rounds') {
      rounds = Number(value);
      const isFine = Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS;
      if (!isFine) return `--rounds takes a whole number from 1 to ${MOST_ROUNDS}`;
    } else return `unknown option ${String(option)}; known: --only, --rounds`;
  }
  return { only: only.length === 0 ? BENCHES : only, rounds };
}

/** A count made smaller with the scale, never below `least`. */
export function scaled(count: number, { scale }: Settings, least = 1): number {
  return Math.max(least, Math.round(count * scale));
}
