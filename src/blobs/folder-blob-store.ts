import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore, StagedBlob } from './blob-store.js';
import { flush } from './flush.js';
import { isSha256 } from './sha256.js';
import { stageFile } from './stage-file.js';

const INCOMING = 'incoming';
const FAN = /^[0-9a-f]{2}$/;

/** Blobs as files `ab/cd/abcd…` below a folder, which must be on one file system. */
export async function openBlobFolder(folder: string): Promise<BlobStore> {
  const incoming = join(folder, INCOMING);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return {
    stage: (source, limit) => stageFile(source, join(incoming, randomUUID()), limit),
    keep: (staged) => keepFile(folder, staged),
    discard: (staged) => rm(staged.path, { force: true }),
    has: (sha256) => exists(blobPath(folder, sha256)),
    read: (sha256) => createReadStream(blobPath(folder, sha256)),
    remove: (sha256) => rm(blobPath(folder, sha256), { force: true }),
    tryWrite: () => tryFolder(folder),
    list: () => listFiles(folder),
    sweep: (isUsed, olderThanMs) => sweepFolder(folder, isUsed, olderThanMs),
  };
}

/** Throws unless it is a hash, so that nothing else ever becomes a path. */
export function blobPath(folder: string, sha256: string): string {
  if (!isSha256(sha256)) throw new TypeError('not a SHA-256 in lower-case hex');
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Replaces a file of the same hash: equal bytes, and a fresh time that keeps it from the sweep. */
async function keepFile(folder: string, staged: StagedBlob): Promise<void> {
  const path = blobPath(folder, staged.sha256);
  const first = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(staged.path, path);
  await flush(dirname(path));
  if (first === undefined) return;
  await flush(dirname(dirname(path)));
  await flush(folder);
}

/** The way of a real one: written among the incoming, then renamed to where it is kept. */
async function tryFolder(folder: string): Promise<void> {
  const name = `probe-${randomUUID()}`;
  const paths = [join(folder, INCOMING, name), join(folder, name)] as const;
  try {
    await writeFile(paths[0], 'probe', { flag: 'wx', mode: 0o600 });
    await rename(...paths);
  } finally {
    for (const path of paths) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function* listFiles(folder: string): AsyncGenerator<{ sha256: string; size: number }> {
  for (const first of await fanNames(folder)) {
    for (const second of await fanNames(join(folder, first))) {
      const names = (await readdir(join(folder, first, second))).filter(isSha256).sort();
      for (const sha256 of names) {
        const found = await stat(blobPath(folder, sha256)).catch(() => null);
        if (found !== null) yield { sha256, size: found.size };
      }
    }
  }
}

async function fanNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => FAN.test(name)).sort();
}

type IsUsed = (sha256: string) => Promise<boolean>;

async function sweepFolder(folder: string, isUsed: IsUsed, olderThanMs: number): Promise<number> {
  const incoming = join(folder, INCOMING);
  await bringBackSetAside(folder);
  let removed = 0;
  for (const name of await readdir(incoming)) {
    if (!(await isOlder(join(incoming, name), olderThanMs))) continue;
    await rm(join(incoming, name), { force: true });
    removed += 1;
  }
  for await (const { sha256 } of listFiles(folder)) {
    if (await sweepOne(folder, sha256, isUsed, olderThanMs)) removed += 1;
  }
  return removed;
}

/**
 * The same content may be kept again between the question and the removal. So the file is set
 * aside under its hash, asked about once more, and comes back if it turned out to be wanted.
 */
async function sweepOne(
  folder: string,
  sha256: string,
  isUsed: IsUsed,
  olderThanMs: number,
): Promise<boolean> {
  const path = blobPath(folder, sha256);
  if (!(await isOlder(path, olderThanMs)) || (await isUsed(sha256))) return false;
  const aside = join(folder, INCOMING, sha256);
  await rename(path, aside);
  const unwanted = (await isOlder(aside, olderThanMs)) && !(await isUsed(sha256));
  if (unwanted) await rm(aside, { force: true });
  else await rename(aside, path);
  return unwanted;
}

/** What an interrupted sweep had set aside. */
async function bringBackSetAside(folder: string): Promise<void> {
  const incoming = join(folder, INCOMING);
  for (const name of (await readdir(incoming)).filter(isSha256)) {
    await rename(join(incoming, name), blobPath(folder, name));
  }
}

async function isOlder(path: string, olderThanMs: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > olderThanMs;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
