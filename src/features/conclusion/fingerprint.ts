import { createHash } from 'node:crypto';

/** Of parts in a fixed order. */
export function fingerprint(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
