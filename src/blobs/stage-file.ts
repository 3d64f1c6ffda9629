import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { StagedBlob } from './blob-store.js';

/**
 * Writes a stream to a new file and flushes it. Null, and no file, once more than `limit` bytes
 * came; a stream that breaks leaves no file and throws its error.
 */
export async function stageFile(
  source: Readable,
  path: string,
  limit: number,
): Promise<StagedBlob | null> {
  // A break may come while nobody reads (before the first byte, after the limit): without a
  // listener it would end the process.
  source.on('error', () => {});
  try {
    const staged = await receive(source, path, limit);
    if (staged === null) await rm(path, { force: true });
    return staged;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function receive(source: Readable, path: string, limit: number): Promise<StagedBlob | null> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of chunksOf(source)) {
      size += chunk.length;
      if (size > limit) return letGo(source);
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
    return { sha256: hash.digest('hex'), size, path };
  } finally {
    await file.close();
  }
}

/** Leaving the loop must not destroy the stream: a form parser waits until its part has ended. */
function chunksOf(source: Readable): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => source.iterator({ destroyOnReturn: false }) };
}

/** The rest flows away. */
function letGo(source: Readable): null {
  source.resume();
  return null;
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written);
    written += bytesWritten;
  }
}
