import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../db/store.js';
import { deleteEndedBefore, jobIds } from './job-store.js';

/** How long the result of a job can be fetched. */
export const KEEP_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The finished file of a job in the folder of exports. */
export function jobFile(folder: string, id: number): string {
  return join(folder, `${id}.zip`);
}

/** Bytes of the finished file; null where there is none (any more). */
export async function jobFileSize(folder: string, id: number): Promise<number | null> {
  const found = await stat(jobFile(folder, id)).catch(() => null);
  return found === null ? null : found.size;
}

export async function createExportFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Removes what was left half written by a process that is gone. */
export async function removeParts(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!/^\d+\.zip$/.test(name)) await rm(join(folder, name), { force: true });
  }
}

/** Jobs that ended long ago go with their files; so do files that no job names. */
export async function sweepJobs(store: Store, folder: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - KEEP_DAYS * DAY_MS).toISOString();
  await store.write((tx) => deleteEndedBefore(tx, before));
  // Names first: a job that begins meanwhile has no file among them.
  const names = await namesIn(folder);
  const known = await jobIds(store.db);
  for (const name of names) {
    const id = Number(/^(\d+)\.zip/.exec(name)?.[1] ?? NaN);
    if (!known.has(id)) await rm(join(folder, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
