import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LEAST_LENGTH = 32;

/**
 * session-secret signs the session cookie, share-secret the addresses of share links. Each is made
 * once per data folder; a backup carries the second only, since its addresses were sent out. A file
 * that was cut short is refused: with an empty key anybody could sign.
 */
export function secretOf(folder: string, name: 'session-secret' | 'share-secret'): string {
  const file = path.join(folder, name);
  const secret = readIfThere(file) ?? madeOnce(file);
  if (secret.length >= LEAST_LENGTH) return secret;
  throw new Error(`${name} in the data folder is damaged: put it back, or delete it for a new one`);
}

/** Whole or not at all; of two that make it at once, both get that of the first. */
function madeOnce(file: string): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
