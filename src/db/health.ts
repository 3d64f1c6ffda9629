import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { schemaVersion } from './migrate.js';
import type { Database } from './schema.js';
import type { Store } from './store.js';

/** Whether database and data folder take writes now, and at which schema the database stands. */
export async function isWritable(
  store: Store,
  folder: string,
): Promise<{ writable: boolean; schema: string | null }> {
  try {
    await access(folder, constants.W_OK);
    const schema = await store.write((tx) => schemaVersion<Database>(tx));
    return { writable: true, schema };
  } catch {
    return { writable: false, schema: null };
  }
}
