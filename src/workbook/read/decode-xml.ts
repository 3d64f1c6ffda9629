import { TextDecoder } from 'node:util';
import { damaged } from './refusal.js';

/** Inflated bytes are decoded and parsed in slices, so that the text of a part never stands whole. */
const SLICE_BYTES = 64 * 1024;

/** The text of an XML part in pieces: UTF-8, or UTF-16 by its byte order mark or its first bytes. */
export function* decodeXml(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield decoded(decoder, bytes.subarray(at, at + SLICE_BYTES), true);
  }
  yield decoded(decoder, new Uint8Array(), false);
}

function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

function decoded(decoder: TextDecoder, slice: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(slice, { stream });
  } catch {
    return damaged('encoding');
  }
}
