import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import type { Store } from '../../src/db/store.js';
import { tableHashes } from '../../src/db/table-hashes.js';
import { Sqlite } from '../../src/db/sqlite.js';

export interface Fault {
  /** The store whose transactions it strikes. */
  readonly store: Store;
  readonly reached: () => boolean;
}

/** Lets the n-th statement of a transaction fail (n counts from 1). */
function failingAt(n: number, store: Store): Fault {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      if (count === n) throw new Error(`statement ${n} fails`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    store: { ...store, write: (work) => store.write((tx) => work(tx.withPlugin(plugin))) },
    reached: () => count >= n,
  };
}

/** Everything that the database of a folder holds. */
function everythingIn(folder: string): unknown {
  const db = new Sqlite(join(folder, 'tapak.sqlite'), { readonly: true });
  try {
    return tableHashes(db);
  } finally {
    db.close();
  }
}

/**
 * Does the same act with its first, second, … statement failing, until it comes through: each time
 * everything must be as before. How often it was struck, and what it said in the end.
 */
export async function strikeEverywhere<Done>(
  { folder, store }: { readonly folder: string; readonly store: Store },
  act: (store: Store) => Promise<Done>,
): Promise<{ readonly points: number; readonly done: Done }> {
  const before = everythingIn(folder);
  for (let n = 1; ; n += 1) {
    const fault = failingAt(n, store);
    const done = await act(fault.store).then(
      (value) => ({ value }),
      () => null,
    );
    if (done !== null) {
      expect(fault.reached()).toBe(false);
      return { points: n - 1, done: done.value };
    }
    expect([n, everythingIn(folder)]).toEqual([n, before]);
  }
}
