import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { refused, type Outcome } from '../domain/problem.js';

/**
 * The whole file or none: written beside its place, flushed, then moved there in one step. Only
 * what is wrong with the place is refused; content that breaks off is thrown on.
 */
export async function writeWhole(out: string, content: Buffer | Readable): Promise<Outcome<null>> {
  const temporary = `${out}.${process.pid}.tmp`;
  let broken: unknown = null;
  if (!Buffer.isBuffer(content)) content.once('error', (error) => (broken = error));
  try {
    const file = await open(temporary, 'w');
    try {
      await receive(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, out);
    return { ok: true, value: null };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const code = error === broken ? null : refusalOf(error);
    if (code === null) throw error;
    return refused('out', code);
  } finally {
    // Where the file could not even be opened, nobody has read the content.
    if (!Buffer.isBuffer(content)) content.destroy();
  }
}

async function receive(file: FileHandle, content: Buffer | Readable): Promise<void> {
  if (Buffer.isBuffer(content)) return file.writeFile(content);
  for await (const chunk of content as AsyncIterable<Buffer>) await file.appendFile(chunk);
}

const PLACE_FAULTS = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENAMETOOLONG',
]);
const ROOM_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What may be said of the place where a file goes; null: a fault of ours. */
export function refusalOf(error: unknown): 'file-unwritable' | 'file-no-room' | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const code = String(error.code);
  if (ROOM_FAULTS.has(code)) return 'file-no-room';
  return PLACE_FAULTS.has(code) ? 'file-unwritable' : null;
}
