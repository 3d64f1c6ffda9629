import type { StagedBlob } from '../../blobs/blob-store.js';
import { createMutex, type Mutex } from '../../db/mutex.js';
import type { Deps } from '../../web/deps.js';
import { isBlobUsed } from './store.js';

type BlobDeps = Pick<Deps, 'blobs' | 'store'>;

/**
 * Keeps staged bytes, then commits their rows: a row never lacks its file. Bytes for which no row
 * came of it (a refusal, an error) go again at once.
 */
export async function withKeptBlobs<T>(
  deps: BlobDeps,
  staged: readonly StagedBlob[],
  commit: () => Promise<T>,
): Promise<T> {
  const hashes = [...new Set(staged.map(({ sha256 }) => sha256))].sort();
  return withHashes(hashes, async () => {
    for (const each of staged) await deps.blobs.keep(each);
    try {
      return await commit();
    } finally {
      for (const sha256 of hashes) await removeUnused(deps, sha256);
    }
  });
}

/** After a purge has committed: removes the bytes unless any satker still needs them. */
export async function removePurgedBlob(deps: BlobDeps, sha256: string): Promise<void> {
  await withHashes([sha256], () => removeUnused(deps, sha256));
}

async function removeUnused(deps: BlobDeps, sha256: string): Promise<void> {
  if (!(await isBlobUsed(deps.store.db, sha256))) await deps.blobs.remove(sha256);
}

interface Turn {
  readonly mutex: Mutex;
  waiting: number;
}

/** One server process writes evidence, so turns within it are enough. */
const turns = new Map<string, Turn>();

/**
 * One at a time per hash: else the bytes of a purged version could be removed just after another
 * upload has kept the same bytes and before its row commits. Taken in order, so no two wait for
 * each other.
 */
async function withHashes<T>(sorted: readonly string[], work: () => Promise<T>): Promise<T> {
  const [first, ...rest] = sorted;
  if (first === undefined) return work();
  const turn = turns.get(first) ?? { mutex: createMutex(), waiting: 0 };
  turns.set(first, turn);
  turn.waiting += 1;
  await turn.mutex.lock();
  try {
    return await withHashes(rest, work);
  } finally {
    turn.mutex.unlock();
    turn.waiting -= 1;
    if (turn.waiting === 0) turns.delete(first);
  }
}
