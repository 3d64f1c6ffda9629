import { crc32 } from 'node:zlib';
import type { FileBytes } from './upload-bytes.js';
import type { FileFault } from './upload-fault.js';

const SIGNATURE = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
/** Bit depths of each colour type (PNG specification, table 11.1). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** More chunks than any real picture has: reading them all would only cost time. */
const MOST_CHUNKS = 100_000;

/** Null where the bytes are one whole PNG and nothing else. */
export async function faultOfPng(bytes: FileBytes): Promise<FileFault | null> {
  if (!(await bytes.read(0, 8)).equals(SIGNATURE)) return 'file-content';
  if (!isHeader(await bytes.read(8, 25))) return 'file-damaged';
  let offset = 33;
  let hasData = false;
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const frame = await bytes.read(offset, 8);
    if (frame.length < 8) return 'file-damaged';
    const type = frame.toString('latin1', 4, 8);
    const next = offset + 12 + frame.readUInt32BE(0);
    if (next > bytes.size) return 'file-damaged';
    if (type === 'IEND') return endFault(hasData, next, bytes.size);
    hasData ||= type === 'IDAT';
    offset = next;
  }
  return 'file-damaged';
}

function isHeader(chunk: Buffer): boolean {
  if (chunk.length < 25 || chunk.readUInt32BE(0) !== 13) return false;
  const body = chunk.subarray(4, 21);
  if (body.toString('latin1', 0, 4) !== 'IHDR') return false;
  if (crc32(body) !== chunk.readUInt32BE(21)) return false;
  const [width, height] = [body.readUInt32BE(4), body.readUInt32BE(8)];
  const depths = DEPTHS[body[13] ?? -1] ?? [];
  return width > 0 && height > 0 && depths.includes(body[12] ?? 0);
}

function endFault(hasData: boolean, end: number, size: number): FileFault | null {
  if (!hasData) return 'file-damaged';
  return end === size ? null : 'file-mixed';
}
