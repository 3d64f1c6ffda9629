import type { FileBytes } from './upload-bytes.js';
import type { FileFault } from './upload-fault.js';

/** Null where the bytes are one whole WebP and nothing else. */
export async function faultOfWebp(bytes: FileBytes): Promise<FileFault | null> {
  const head = await bytes.read(0, 30);
  const isRiff = head.toString('latin1', 0, 4) === 'RIFF';
  if (!isRiff || head.toString('latin1', 8, 12) !== 'WEBP') return 'file-content';
  const length = head.readUInt32LE(4) + 8;
  if (length > bytes.size || head.length < 26) return 'file-damaged';
  if (length < bytes.size) return 'file-mixed';
  return (await hasChunks(bytes, head.toString('latin1', 12, 16))) ? null : 'file-damaged';
}

/** Every chunk ends within the file, and one of them is a picture with a size. */
async function hasChunks(bytes: FileBytes, first: string): Promise<boolean> {
  if (!['VP8 ', 'VP8L', 'VP8X'].includes(first)) return false;
  let offset = 12;
  let hasPicture = false;
  for (let count = 0; offset + 8 <= bytes.size; count += 1) {
    const chunk = await bytes.read(offset, 18);
    const type = chunk.toString('latin1', 0, 4);
    const length = chunk.readUInt32LE(4);
    hasPicture ||= isPicture(type, chunk.subarray(8));
    offset += 8 + length + (length % 2);
    if (count > 10_000) return false;
  }
  return hasPicture && offset === bytes.size;
}

function isPicture(type: string, data: Buffer): boolean {
  if (type === 'VP8L') return data[0] === 0x2f;
  if (type === 'ANMF') return true;
  if (type !== 'VP8 ' || data.length < 10) return false;
  return data.subarray(3, 6).equals(Buffer.from([0x9d, 0x01, 0x2a]));
}
