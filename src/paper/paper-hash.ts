import { createHash } from 'node:crypto';
import type { Paper } from './paper.js';

/** SHA-256 of a paper in its stored form; kept beside it when it goes out. */
export function paperHash(paper: Paper): string {
  return createHash('sha256').update(JSON.stringify(paper)).digest('hex');
}
