import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP as a hostile program could write it: every claim can differ from the truth. */
export interface CraftedEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Name in the local header, where it differs from the directory. */
  readonly localName?: string;
  readonly isStored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  /** Sizes and checksum stand behind the data only, as streaming programs write them. */
  readonly hasDescriptor?: boolean;
  /** Lies in the file instead of the deflated data. */
  readonly packedData?: Buffer;
  readonly claimedSize?: number;
  readonly claimedPackedSize?: number;
  readonly claimedCrc?: number;
  /** The directory points to the bytes of the entry with this index. */
  readonly sharesBytesOf?: number;
  readonly extra?: Buffer;
}

export interface CraftedEnd {
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly comment?: Buffer;
  readonly before?: Buffer;
  readonly after?: Buffer;
  /** The figures of the end stand in its 64-bit form. */
  readonly isWide?: boolean;
}

/** Written by hand, because no library writes what is wrong. */
export function zipBytes(entries: readonly CraftedEntry[], end: CraftedEnd = {}): Buffer {
  const chunks: Buffer[] = [end.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = chunks[0]?.length ?? 0;
  for (const entry of entries) {
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets[entry.sharesBytesOf];
    offsets.push(shared ?? offset);
    directory.push(directoryEntry(entry, shared ?? offset));
    if (shared !== undefined) continue;
    const local = localEntry(entry);
    chunks.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = end.count ?? entries.length;
  const at = end.directoryOffset ?? offset;
  const wide = end.isWide === true ? wideEnd(count, listed.length, at, offset + listed.length) : [];
  const last = endRecord(end, count, listed.length, at);
  return Buffer.concat([...chunks, listed, ...wide, last, end.after ?? Buffer.alloc(0)]);
}

function packed(entry: CraftedEntry): Buffer {
  if (entry.packedData !== undefined) return entry.packedData;
  const data = Buffer.from(entry.data);
  return methodOf(entry) === 8 ? deflateRawSync(data) : data;
}

const methodOf = ({ method, isStored }: CraftedEntry): number =>
  method ?? (isStored === true ? 0 : 8);
const flagsOf = ({ flags, hasDescriptor }: CraftedEntry): number =>
  flags ?? (hasDescriptor === true ? 8 : 0);

function localEntry(entry: CraftedEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const data = packed(entry);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flagsOf(entry), 6);
  header.writeUInt16LE(methodOf(entry), 8);
  if (entry.hasDescriptor !== true) figures(entry, data).copy(header, 14);
  header.writeUInt16LE(name.length, 26);
  const descriptor =
    entry.hasDescriptor === true ? [Buffer.from('504b0708', 'hex'), figures(entry, data)] : [];
  return Buffer.concat([header, name, data, ...descriptor]);
}

function directoryEntry(entry: CraftedEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const extra = entry.extra ?? Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  header.writeUInt16LE(methodOf(entry), 10);
  figures(entry, packed(entry)).copy(header, 16);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name, extra]);
}

function figures(entry: CraftedEntry, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32LE(entry.claimedCrc ?? crc32(Buffer.from(entry.data)), 0);
  bytes.writeUInt32LE(entry.claimedPackedSize ?? data.length, 4);
  bytes.writeUInt32LE(entry.claimedSize ?? Buffer.from(entry.data).length, 8);
  return bytes;
}

function endRecord(end: CraftedEnd, count: number, size: number, offset: number): Buffer {
  const comment = end.comment ?? Buffer.alloc(0);
  const record = Buffer.alloc(22);
  const isWide = end.isWide === true;
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(isWide ? 0xffff : count, 8);
  record.writeUInt16LE(isWide ? 0xffff : count, 10);
  record.writeUInt32LE(isWide ? 0xffffffff : size, 12);
  record.writeUInt32LE(isWide ? 0xffffffff : offset, 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, comment]);
}

function wideEnd(count: number, size: number, offset: number, at: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}
