import { MOST_ENTRIES } from './limits.js';
import { damaged, hostile, refuse } from './refusal.js';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** Packed bytes, as they lie in the file. */
  readonly packed: Buffer;
  readonly size: number;
}

const SIGNATURE = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
/** In a 32-bit field: the figure stands in the 64-bit extra. */
const ELSEWHERE = 0xffffffff;

/**
 * The entries by the directory at the end of the archive, as spreadsheet programs read it. The local
 * headers must agree and no two entries may share bytes, so that nothing is hidden or counted twice.
 */
export function readZipDirectory(bytes: Buffer): ZipEntry[] {
  const directory = findDirectory(bytes);
  if (directory.count > MOST_ENTRIES) hostile('entries');
  const entries: HeaderEntry[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    const { entry, next } = readHeader(bytes, at);
    entries.push(entry);
    at = next;
  }
  const placed = entries.map((entry) => place(bytes, entry));
  refuseOverlaps(placed);
  return placed.map(({ entry }) => entry);
}

interface HeaderEntry {
  readonly nameBytes: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

interface PlacedEntry {
  readonly entry: ZipEntry;
  readonly from: number;
  readonly to: number;
}

function findDirectory(bytes: Buffer): { count: number; offset: number } {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && offset !== ELSEWHERE) return { count, offset };
  return findDirectory64(bytes, end) ?? { count, offset };
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== SIGNATURE.end) continue;
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) <= bytes.length) return at;
  }
  return damaged('zip-end');
}

function findDirectory64(bytes: Buffer, end: number): { count: number; offset: number } | null {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== SIGNATURE.locator64) return null;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  need(bytes, at, 56);
  if (bytes.readUInt32LE(at) !== SIGNATURE.end64) return damaged('zip-end');
  return {
    count: Number(bytes.readBigUInt64LE(at + 32)),
    offset: Number(bytes.readBigUInt64LE(at + 48)),
  };
}

function readHeader(bytes: Buffer, at: number): { entry: HeaderEntry; next: number } {
  need(bytes, at, 46);
  if (bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) damaged('zip-directory');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  need(bytes, at, next - at);
  const [size, packedSize, offset] = in64(
    [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
    bytes.subarray(nameEnd, extraEnd),
  );
  const entry = {
    nameBytes: bytes.subarray(at + 46, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
  };
  return { entry, next };
}

type Figures = readonly [size: number, packedSize: number, offset: number];

/** Figures that do not fit 32 bits stand one after the other in the extra field 1. */
function in64(figures: Figures, extra: Buffer): Figures {
  if (!figures.includes(ELSEWHERE)) return figures;
  let field = fieldOf(extra, 1);
  const [size, packedSize, offset] = figures.map((figure) => {
    if (figure !== ELSEWHERE || field.length < 8) return figure;
    const wide = Number(field.readBigUInt64LE(0));
    field = field.subarray(8);
    return wide;
  });
  return [size ?? 0, packedSize ?? 0, offset ?? 0];
}

function fieldOf(extra: Buffer, wanted: number): Buffer {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, end);
    at = end;
  }
  return extra.subarray(extra.length);
}

function place(bytes: Buffer, header: HeaderEntry): PlacedEntry {
  const { offset, nameBytes, packedSize } = header;
  need(bytes, offset, 30);
  if (bytes.readUInt32LE(offset) !== LOCAL_SIGNATURE) damaged('zip-entry');
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
  const from = nameEnd + bytes.readUInt16LE(offset + 28);
  need(bytes, from, packedSize);
  if (!bytes.subarray(offset + 30, nameEnd).equals(nameBytes)) damaged('zip-entry');
  if ((header.flags & 1) === 1) refuse('workbook-encrypted');
  const entry = {
    name: nameBytes.toString('utf8'),
    method: header.method,
    crc32: header.crc32,
    packed: bytes.subarray(from, from + packedSize),
    size: header.size,
  };
  return { entry, from: offset, to: from + packedSize };
}

function refuseOverlaps(placed: readonly PlacedEntry[]): void {
  const inOrder = [...placed].sort((one, other) => one.from - other.from);
  inOrder.reduce((end, { from, to }) => (from < end ? hostile('overlap') : to), 0);
}

function need(bytes: Buffer, at: number, length: number): void {
  if (!(at >= 0 && length >= 0 && at + length <= bytes.length)) damaged('zip-bounds');
}
