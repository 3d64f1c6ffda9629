import { createHash } from 'node:crypto';
import type { Paper } from '../../paper/paper.js';

/** SHA-256 of a paper in its stored form; kept beside it when it goes out. */
export function paperHash(paper: Paper): string {
  return sha256(JSON.stringify(paper));
}

/** Of parts in a fixed order. */
export function fingerprint(parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
