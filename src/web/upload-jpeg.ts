import { tailOf, type FileBytes } from './upload-bytes.js';
import { endsLikeZip, hasMarkup, hasSignature, ZIP_TAIL } from './upload-foreign.js';
import type { FileFault } from './upload-fault.js';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const MOST_SEGMENTS = 10_000;
const OVERLAP = 16;
const STEP = 32 * 1024;

/** Null where the bytes are one whole JPEG; phones may add their own bytes behind it. */
export async function faultOfJpeg(bytes: FileBytes): Promise<FileFault | null> {
  const head = await bytes.read(0, 3);
  if (!head.equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'file-content';
  const end = await endOfImage(bytes);
  if (end === null) return 'file-damaged';
  return (await hasForeignTail(bytes, end)) ? 'file-mixed' : null;
}

/** Walks the segments from marker to marker; null unless size, scan and end are there, in order. */
async function endOfImage(bytes: FileBytes): Promise<number | null> {
  let offset = 2;
  let hasSize = false;
  let hasScan = false;
  for (let count = 0; count < MOST_SEGMENTS; count += 1) {
    const at = await nextMarker(bytes, offset, hasScan);
    if (at === null) return null;
    const segment = await bytes.read(at, 9);
    const marker = segment[1] ?? 0;
    if (marker === END_OF_IMAGE) return hasSize && hasScan ? at + 2 : null;
    if (segment.length < 9) return null;
    if (isFrame(marker)) hasSize = segment.readUInt16BE(7) > 0;
    hasScan ||= marker === START_OF_SCAN;
    offset = at + 2 + segment.readUInt16BE(2);
  }
  return null;
}

/**
 * Between segments a marker must follow at once, filling bytes apart; within a scan, coded bytes
 * stand before it.
 */
async function nextMarker(
  bytes: FileBytes,
  from: number,
  isInScan: boolean,
): Promise<number | null> {
  if (!isInScan) {
    const part = await bytes.read(from, 64);
    const found = markerIn(part);
    return found !== -1 && part.subarray(0, found).every((byte) => byte === 0xff)
      ? from + found
      : null;
  }
  for (let at = from; at + 1 < bytes.size; at += STEP) {
    const found = markerIn(await bytes.read(at, STEP + 1));
    if (found !== -1) return at + found;
  }
  return null;
}

/** Offset of the first marker whose two bytes both stand in the part, or -1. */
function markerIn(part: Buffer): number {
  let at = part.indexOf(0xff);
  while (at !== -1 && at + 1 < part.length) {
    if (isMarker(part[at + 1] ?? 0)) return at;
    at = part.indexOf(0xff, at + 1);
  }
  return -1;
}

/** Not a stuffed zero, a filling byte, a restart mark or a reserved one. */
function isMarker(marker: number): boolean {
  return marker >= 0xc0 && marker < 0xff && !(marker >= 0xd0 && marker <= 0xd8);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

async function hasForeignTail(bytes: FileBytes, end: number): Promise<boolean> {
  if (endsLikeZip(await tailOf(bytes, ZIP_TAIL))) return true;
  const first = await bytes.read(end, 8);
  const isJpeg = first[0] === 0xff && first[1] === 0xd8;
  if (hasSignature(first) && !isJpeg) return true;
  for (let offset = end; offset < bytes.size; offset += STEP) {
    const part = await bytes.read(offset, STEP + OVERLAP);
    if (hasMarkup(part) || part.includes('%PDF-')) return true;
  }
  return false;
}
