import type { WorkbookDefect } from '../lke-reading.js';
import { defect } from './context.js';

const MOST_OF_A_KIND = 25;

/** The first of each kind; how many more there are is said, not left out. */
export function boundedDefects(all: readonly WorkbookDefect[]): WorkbookDefect[] {
  const seen = new Map<string, number>();
  const bounded: WorkbookDefect[] = [];
  const firstLeftOut = new Map<string, WorkbookDefect>();
  for (const one of all) {
    const times = (seen.get(one.kind) ?? 0) + 1;
    seen.set(one.kind, times);
    if (times <= MOST_OF_A_KIND) bounded.push(one);
    else if (!firstLeftOut.has(one.kind)) firstLeftOut.set(one.kind, one);
  }
  for (const [kind, { cell }] of firstLeftOut) {
    const count = (seen.get(kind) ?? 0) - MOST_OF_A_KIND;
    bounded.push(defect('defects-more', cell, { kind, count }));
  }
  return bounded;
}
