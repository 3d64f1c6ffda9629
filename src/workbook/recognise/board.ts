import { longestRise } from './align.js';
import type { Line } from './sheet-lines.js';
import type { Target } from './targets.js';

/** Which row has which place so far: every place has one row at most, every row one place. */
export interface Board {
  readonly rowOf: Map<string, Line>;
  readonly targetOf: Map<number, Target>;
}

export function take(board: Board, line: Line, target: Target): void {
  board.rowOf.set(target.key, line);
  board.targetOf.set(line.row, target);
}

export function free(board: Board, target: Target): boolean {
  return !board.rowOf.has(target.key);
}

/** The orders between which a row should lie, by the known rows around it that stand in order. */
export function windowOf(board: Board): (row: number) => readonly [number, number] {
  const known = [...board.targetOf].sort(([a], [b]) => a - b);
  const kept = longestRise(known.map(([, { order }]) => order)).flatMap((at) => {
    const pair = known[at];
    return pair === undefined ? [] : [{ row: pair[0], order: pair[1].order }];
  });
  return (row) => {
    const next = firstBelow(kept, row);
    return [kept[next - 1]?.order ?? -1, kept[next]?.order ?? Number.MAX_SAFE_INTEGER];
  };
}

function firstBelow(kept: readonly { readonly row: number }[], row: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.row ?? 0) > row) high = middle;
    else low = middle + 1;
  }
  return low;
}
