import { tailOf, type FileBytes } from './upload-bytes.js';
import { endsLikeZip, hasMarkup, hasSignature, ZIP_TAIL } from './upload-foreign.js';
import type { FileFault } from './upload-fault.js';

/** Readers accept the header within the first 1,024 bytes and the end mark within the last 1,024. */
const REACH = 1024;
const HEADER = /%PDF-[12]\.\d/;
const END = '%%EOF';

/** Null where the bytes are one whole PDF and nothing else. */
export async function faultOfPdf(bytes: FileBytes): Promise<FileFault | null> {
  const head = await bytes.read(0, REACH + 8);
  const at = head.toString('latin1').search(HEADER);
  if (at === -1 || at > REACH) return 'file-content';
  const before = head.subarray(0, at);
  if (hasSignature(before) || before.includes('<') || hasMarkup(head)) return 'file-mixed';
  const tail = await tailOf(bytes, ZIP_TAIL);
  if (endsLikeZip(tail)) return 'file-mixed';
  const end = withoutPadding(tail);
  const mark = end.lastIndexOf(END);
  if (mark === -1 || end.length - mark > REACH) return 'file-damaged';
  return hasMarkup(end.subarray(mark)) ? 'file-mixed' : null;
}

/** Zeros, spaces and line ends that some programs add after the end mark. */
function withoutPadding(tail: Buffer): Buffer {
  let length = tail.length;
  while (length > 0 && (tail[length - 1] ?? 0) <= 0x20) length -= 1;
  return tail.subarray(0, length);
}
