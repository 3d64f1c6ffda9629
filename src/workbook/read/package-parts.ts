import { crc32, inflateRawSync } from 'node:zlib';
import { MOST_INFLATED_BYTES, MOST_PART_BYTES } from './limits.js';
import { damaged, hostile, refuse } from './refusal.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** The parts of a package by name; only what is asked for is inflated, and it is counted while it is. */
export interface PackageParts {
  /** In lower case, without a slash in front: names in a package are equal in any case. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** null where there is none. Refuses what is damaged or would pass the limits. */
  read(name: string): Buffer | null;
}

export function openParts(bytes: Buffer): PackageParts {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readZipDirectory(bytes)) {
    const name = partName(entry.name);
    if (name.endsWith('/')) continue;
    // Two parts of one name: each program would read another.
    if (entries.has(name)) hostile('duplicate');
    entries.set(name, entry);
  }
  let left = MOST_INFLATED_BYTES;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(partName(name)),
    read: (name) => {
      const entry = entries.get(partName(name));
      if (entry === undefined) return null;
      const part = inflate(entry, Math.min(left, MOST_PART_BYTES));
      left -= part.length;
      return part;
    },
  };
}

/** The name is a key and nothing else: no file is ever opened or made by it. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function inflate(entry: ZipEntry, most: number): Buffer {
  const part = unpack(entry, most);
  if (part.length > most) refuse('workbook-too-much-content');
  if (part.length !== entry.size || crc32(part) !== entry.crc32) damaged('checksum');
  return part;
}

function unpack({ method, packed }: ZipEntry, most: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) return damaged('method');
  try {
    // Stops at the limit, whatever size the headers claim.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) return refuse('workbook-too-much-content');
    return damaged('deflate');
  }
}
