import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { flush } from '../blobs/flush.js';
import { refused, type Outcome } from '../domain/problem.js';

const UNFINISHED = '.unfinished';

/**
 * Fills a folder that is empty or does not exist yet. The work is done in a subfolder and moved up
 * at the end, `last` as the very last: until that one stands there, nothing counts. (The folder
 * itself may be a mount point, so it cannot be renamed into place.)
 */
export async function fillFolder<T>(
  folder: string,
  last: string,
  field: string,
  work: (stage: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const problem = await whyNotFree(folder);
  if (problem !== null) return refused(field, problem, { folder });
  const stage = join(folder, UNFINISHED);
  await rm(stage, { recursive: true, force: true });
  const created = await mkdir(stage, { recursive: true, mode: 0o700 });
  let outcome: Outcome<T> | undefined;
  try {
    outcome = await work(stage);
    if (outcome.ok) await moveUp(folder, stage, last);
    return outcome;
  } finally {
    if (outcome?.ok !== true) await cleanUp(folder, stage, created !== stage);
  }
}

/** The code of the problem, or null. What an interrupted attempt left does not count. */
export async function whyNotFree(folder: string): Promise<string | null> {
  try {
    const names = await readdir(folder);
    return names.every((name) => name === UNFINISHED) ? null : 'folder-not-empty';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR') return 'not-a-folder';
    throw error;
  }
}

async function moveUp(folder: string, stage: string, last: string): Promise<void> {
  await flushTree(stage);
  const names = (await readdir(stage)).filter((name) => name !== last);
  for (const name of [...names, last]) {
    if (name === last) await flush(folder);
    await rename(join(stage, name), join(folder, name));
  }
  await rmdir(stage);
  await flush(folder);
}

/** The files are flushed already; this makes their names durable. */
async function flushTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await flushTree(join(folder, entry.name));
  }
  await flush(folder);
}

async function cleanUp(folder: string, stage: string, folderIsNew: boolean): Promise<void> {
  await rm(stage, { recursive: true, force: true });
  if (folderIsNew) await rmdir(folder).catch(() => {});
}
