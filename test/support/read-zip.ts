/** The directory of a ZIP, read by the rules of its format and without the library that wrote it. */
export interface ZipDirectory {
  readonly entries: readonly {
    readonly path: string;
    readonly size: number;
    readonly offset: number;
  }[];
  readonly isZip64: boolean;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const UNKNOWN = 0xffffffff;

/** `tail` are the last bytes of an archive of `total` bytes; they must hold its whole directory. */
export function readZipDirectory(tail: Buffer, total: number): ZipDirectory {
  const start = total - tail.length;
  const end = tail.lastIndexOf(word(END));
  if (end === -1) throw new Error('no end of a central directory');
  let [count, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 16)];
  const end64 = tail.lastIndexOf(word(END_64));
  if (end64 !== -1) {
    count = Number(tail.readBigUInt64LE(end64 + 32));
    at = Number(tail.readBigUInt64LE(end64 + 48));
  }
  const entries: { path: string; size: number; offset: number }[] = [];
  let place = at - start;
  for (let number = 0; number < count; number += 1) {
    if (tail.readUInt32LE(place) !== ENTRY) throw new Error(`no entry at ${place + start}`);
    const [name, extra, comment] = [28, 30, 32].map((field) => tail.readUInt16LE(place + field));
    const from = place + 46;
    const path = tail.toString('utf8', from, from + (name ?? 0));
    const fields = tail.subarray(from + (name ?? 0), from + (name ?? 0) + (extra ?? 0));
    entries.push({ path, ...placeOf(tail, place, fields) });
    place = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return { entries, isZip64: end64 !== -1 };
}

/** Size and offset; in the ZIP64 field where 32 bits are not enough. */
function placeOf(tail: Buffer, place: number, fields: Buffer): { size: number; offset: number } {
  const size = tail.readUInt32LE(place + 24);
  const offset = tail.readUInt32LE(place + 42);
  if (size !== UNKNOWN && offset !== UNKNOWN) return { size, offset };
  for (let at = 0; at + 4 <= fields.length; at += 4 + fields.readUInt16LE(at + 2)) {
    if (fields.readUInt16LE(at) !== 1) continue;
    const large = (index: number) => Number(fields.readBigUInt64LE(at + 4 + 8 * index));
    return { size: large(0), offset: large(2) };
  }
  throw new Error('no ZIP64 field');
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
