import { setImmediate as turn } from 'node:timers/promises';

const GUARD_MS = 20_000;

/** Waits, turn by turn, until something that happens outside the test is so. */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  const end = process.hrtime.bigint() + BigInt(GUARD_MS) * 1_000_000n;
  while (!isSo()) {
    if (process.hrtime.bigint() > end) throw new Error(`never happened: ${what}`);
    await turn();
  }
}
