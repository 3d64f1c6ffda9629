import { existsSync } from 'node:fs';
import { dataFolder } from '../db/data-folder.js';
import { openStore } from '../db/open-store.js';
import type { Store } from '../db/store.js';
import type { Outcome } from '../domain/problem.js';
import { dataPath, type Env } from './io.js';
import { withSnapshot } from './with-snapshot.js';

/**
 * Opens the data folder for writing, beside a serving process. A folder without a database is
 * refused, unless `mayCreate`; so is one of another version.
 */
export async function withStore<T>(
  env: Env,
  run: (store: Store) => Promise<Outcome<T>>,
  { mayCreate }: { readonly mayCreate: boolean } = { mayCreate: false },
): Promise<Outcome<T>> {
  const folder = dataFolder(dataPath(env));
  if (!mayCreate || existsSync(folder.database)) {
    const fit = await withSnapshot(env, () => Promise.resolve({ ok: true, value: null }));
    if (!fit.ok) return fit;
  }
  const store = await openStore({ folder: folder.root });
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}
