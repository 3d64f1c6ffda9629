import { open, type FileHandle } from 'node:fs/promises';

const WINDOW = 64 * 1024;

/** A staged file, read in windows: no reader ever holds all of it. */
export interface FileBytes {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
}

export async function withBytes<T>(
  path: string,
  work: (bytes: FileBytes) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await work(windowed(file, size));
  } finally {
    await file.close();
  }
}

/** The last `length` bytes. */
export function tailOf(bytes: FileBytes, length: number): Promise<Buffer> {
  const offset = Math.max(0, bytes.size - length);
  return bytes.read(offset, bytes.size - offset);
}

function windowed(file: FileHandle, size: number): FileBytes {
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  async function read(offset: number, length: number): Promise<Buffer> {
    if (offset < 0 || length < 0) throw new RangeError('negative offset or length');
    const end = Math.min(offset + length, size);
    if (offset >= end) return Buffer.alloc(0);
    if (offset < start || end > start + window.length) {
      window = await readAt(file, offset, Math.max(end - offset, Math.min(WINDOW, size - offset)));
      start = offset;
    }
    return window.subarray(offset - start, end - start);
  }
  return { size, read };
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
