import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { refused, type Outcome } from '../domain/problem.js';

/** The whole file or none: written beside its place, flushed, then moved there in one step. */
export async function writeWhole(out: string, content: Buffer | Readable): Promise<Outcome<null>> {
  const temporary = `${out}.${process.pid}.tmp`;
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
    await rm(temporary, { force: true });
    if (!isPathFault(error)) throw error;
    return refused('out', 'file-unwritable');
  }
}

async function receive(file: FileHandle, content: Buffer | Readable): Promise<void> {
  if (Buffer.isBuffer(content)) return file.writeFile(content);
  for await (const chunk of content as AsyncIterable<Buffer>) await file.appendFile(chunk);
}

const PATH_FAULTS = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS']);

function isPathFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return PATH_FAULTS.has(String(error.code));
}
