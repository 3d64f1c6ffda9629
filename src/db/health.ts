import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaVersion } from './migrate.js';
import type { Store } from './store.js';

export interface Health {
  readonly writable: boolean;
  /** Newest migration applied, "" where the database does not answer. */
  readonly schema: string;
}

const running = new WeakMap<Store, Promise<Health>>();

/** What keeps the evidence: throws where it takes no byte. */
export interface WritableBlobs {
  tryWrite(): Promise<void>;
}

/**
 * Whether the database takes a write, the folder a byte and the evidence another; none leaves a
 * trace. Anybody may ask, however often: whoever asks while it is being tried shares that answer.
 */
export function isWritable(store: Store, folder: string, blobs: WritableBlobs): Promise<Health> {
  const shared = running.get(store);
  if (shared !== undefined) return shared;
  const own = probe(store, folder, blobs).finally(() => running.delete(store));
  running.set(store, own);
  return own;
}

async function probe(store: Store, folder: string, blobs: WritableBlobs): Promise<Health> {
  try {
    await tryFolder(folder);
    await blobs.tryWrite();
    await tryDatabase(store);
    return { writable: true, schema: await schemaVersion(store.db) };
  } catch {
    return { writable: false, schema: await schemaVersion(store.db).catch(() => '') };
  }
}

async function tryFolder(folder: string): Promise<void> {
  const file = join(folder, `.probe-${randomUUID()}`);
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile('probe').finally(() => handle.close());
  } finally {
    await rm(file, { force: true });
  }
}

async function tryDatabase(store: Store): Promise<void> {
  const undo = new Error('undo');
  const probe = store.write(async (tx) => {
    await tx.insertInto('setting').values({ key: randomUUID(), value: 'null' }).execute();
    throw undo;
  });
  await probe.catch((error: unknown) => {
    if (error !== undo) throw error;
  });
}
