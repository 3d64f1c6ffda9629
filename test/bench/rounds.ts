export type Work = () => number | Promise<number>;

/**
 * Runs every side once per round, always in the same order (A B A B …), and gives the values of
 * each side. One round before that counts for nothing: caches fill, code is compiled.
 */
export async function inRounds<Name extends string>(
  rounds: number,
  sides: Readonly<Record<Name, Work>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(sides) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const value = await sides[name]();
      if (round > 0) values[name]?.push(value);
    }
  }
  return values as Record<Name, number[]>;
}

/** Milliseconds per turn of a work done `times` over. */
export async function timePer(times: number, work: (turn: number) => unknown): Promise<number> {
  const began = performance.now();
  for (let turn = 0; turn < times; turn += 1) await work(turn);
  return (performance.now() - began) / times;
}

/** CPU milliseconds of this process (all its threads) per turn. */
export async function cpuPer(times: number, work: (turn: number) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn += 1) await work(turn);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}
