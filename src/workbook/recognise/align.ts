/** A row of the file with the places (orders) it could have, ascending. */
export interface Choice<T> {
  readonly item: T;
  readonly orders: readonly number[];
}

/**
 * Gives rows their places so that as many as can be stand in rising order, and returns only the
 * pairs that every such solution has: where two places are equally good, neither is taken.
 */
export function alignInOrder<T>(choices: readonly Choice<T>[]): { item: T; order: number }[] {
  const first = leftmost(choices);
  const mirrored = choices
    .map(({ item, orders }) => ({ item, orders: orders.map((one) => -one).reverse() }))
    .reverse();
  const last = leftmost(mirrored).reverse();
  return first.filter((pair, index) => {
    const other = last[index];
    return other !== undefined && other.item === pair.item && -other.order === pair.order;
  });
}

/** The longest run of rising values, as indices; the first of equally long ones. */
export function longestRise(values: readonly number[]): number[] {
  const length: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let best = -1;
    for (let other = 0; other < index; other += 1) {
      const rises = (values[other] ?? 0) < value;
      if (rises && (best < 0 || (length[other] ?? 0) > (length[best] ?? 0))) best = other;
    }
    length.push(best < 0 ? 1 : (length[best] ?? 0) + 1);
    before.push(best);
  });
  let at = length.indexOf(Math.max(...length));
  const run: number[] = [];
  while (at >= 0) {
    run.push(at);
    at = before[at] ?? -1;
  }
  return run.reverse();
}

/** The solution whose rows and places are as early as can be. */
function leftmost<T>(choices: readonly Choice<T>[]): { item: T; order: number }[] {
  const places = [...new Set(choices.flatMap(({ orders }) => orders))].sort((a, b) => a - b);
  const indexOf = new Map(places.map((place, index) => [place, index]));
  const options = choices.map(({ orders }) => orders.flatMap((one) => indexOf.get(one) ?? []));
  const best = bestCounts(options, places.length);
  const count = (row: number, from: number) => best[row]?.[from] ?? 0;
  const pairs: { item: T; order: number }[] = [];
  let from = 0;
  choices.forEach(({ item }, row) => {
    const left = count(row, from);
    if (left === 0) return;
    const taken = options[row]?.find(
      (option) => option >= from && 1 + count(row + 1, option + 1) === left,
    );
    if (taken === undefined) return;
    pairs.push({ item, order: places[taken] ?? 0 });
    from = taken + 1;
  });
  return pairs;
}

/** How many rows from `row` on can have places from `from` on. */
function bestCounts(options: readonly (readonly number[])[], places: number): Uint16Array[] {
  const best = Array.from({ length: options.length + 1 }, () => new Uint16Array(places + 2));
  for (let row = options.length - 1; row >= 0; row -= 1) {
    const own = new Set(options[row]);
    const [mine, below] = [best[row], best[row + 1]];
    if (mine === undefined || below === undefined) continue;
    for (let from = places - 1; from >= 0; from -= 1) {
      const taken = own.has(from) ? 1 + (below[from + 1] ?? 0) : 0;
      mine[from] = Math.max(below[from] ?? 0, mine[from + 1] ?? 0, taken);
    }
  }
  return best;
}
