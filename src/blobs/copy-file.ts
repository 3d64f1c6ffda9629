import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';

export interface FileDigest {
  readonly size: number;
  readonly sha256: string;
}

/** Reads to the end; throws where the source does. */
export async function digestOf(source: Readable): Promise<FileDigest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}

/** Null when there is no such file. */
export async function digestOfFile(path: string): Promise<FileDigest | null> {
  try {
    return await digestOf(createReadStream(path));
  } catch (error) {
    return nullIfMissing(error);
  }
}

/**
 * An independent, flushed copy and the digest of what was read. Null when there is no such source;
 * folders on the way are made, an existing target is an error.
 */
export async function copyFile(source: string, target: string): Promise<FileDigest | null> {
  const from = await open(source, 'r').catch(nullIfMissing);
  if (from === null) return null;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const to = await open(target, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of from.createReadStream() as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      await to.appendFile(chunk);
    }
    await to.sync();
    return { size, sha256: hash.digest('hex') };
  } finally {
    await to.close();
  }
}

function nullIfMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
