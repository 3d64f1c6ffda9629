/** What betrays that a file is two things at once, or another thing than its name says. */

const MARKUP = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|\?php|%@)/i;
const END_RECORD = Buffer.from('PK\u0005\u0006', 'latin1');
const END_RECORD_LENGTH = 22;
/** Longest comment a ZIP may end with, and its end record. */
export const ZIP_TAIL = 0xffff + END_RECORD_LENGTH;

const SIGNATURES: readonly Buffer[] = [
  'MZ',
  '\u007fELF',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '%PDF-',
  '%!PS',
  '#!',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
  '\u00ff\u00d8\u00ff',
  '\u0089PNG',
  'RIFF',
  '\u00d0\u00cf\u0011\u00e0',
  '\u001f\u008b',
  '\u00ca\u00fe\u00ba\u00be',
].map((signature) => Buffer.from(signature, 'latin1'));

export function hasMarkup(bytes: Buffer): boolean {
  return MARKUP.test(bytes.toString('latin1'));
}

/** Begins like a known format or a program. */
export function hasSignature(bytes: Buffer): boolean {
  return SIGNATURES.some((signature) => bytes.subarray(0, signature.length).equals(signature));
}

/** The bytes end as a ZIP does, so that an unpacker would open them. */
export function endsLikeZip(tail: Buffer): boolean {
  return zipEndIn(tail) !== -1;
}

/** Offset within the tail of the end record whose comment reaches exactly to the end, or -1. */
export function zipEndIn(tail: Buffer): number {
  let at = tail.lastIndexOf(END_RECORD);
  while (at !== -1) {
    const isWhole = at + END_RECORD_LENGTH <= tail.length;
    if (isWhole && at + END_RECORD_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return at;
    at = at === 0 ? -1 : tail.lastIndexOf(END_RECORD, at - 1);
  }
  return -1;
}
