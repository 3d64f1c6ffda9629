import { open } from 'node:fs/promises';

/** Waits until the file's bytes, or the folder's names, are on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
