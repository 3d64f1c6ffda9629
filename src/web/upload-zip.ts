import { inflateRawSync } from 'node:zlib';
import { tailOf, type FileBytes } from './upload-bytes.js';
import { ZIP_TAIL, zipEndIn } from './upload-foreign.js';

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const MOST_ENTRIES = 20_000;
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

/**
 * Names in the central directory, without inflating anything. Null unless the file is exactly one
 * ZIP: it begins with its first entry, and the directory stands right before the end record.
 */
export async function readDirectory(bytes: FileBytes): Promise<readonly ZipEntry[] | null> {
  const first = await bytes.read(0, 4);
  if (first.length < 4 || first.readUInt32LE(0) !== LOCAL) return null;
  const tail = await tailOf(bytes, ZIP_TAIL);
  const at = zipEndIn(tail);
  if (at === -1) return null;
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  const isWhole = offset + length === bytes.size - tail.length + at;
  if (!isWhole || count > MOST_ENTRIES || length > MOST_DIRECTORY_BYTES) return null;
  return parseDirectory(await bytes.read(offset, length), count);
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return at === directory.length && entries.length === count ? entries : null;
}

/** The bytes of one entry, or null where it is damaged or inflates to more than `most` bytes. */
export async function readEntry(
  bytes: FileBytes,
  entry: ZipEntry,
  most: number,
): Promise<Buffer | null> {
  const head = await bytes.read(entry.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL || entry.packedSize > most) return null;
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await bytes.read(start, entry.packedSize);
  if (packed.length < entry.packedSize) return null;
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
}
