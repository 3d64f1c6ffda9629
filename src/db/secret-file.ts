import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * session-secret signs the session cookie, share-secret the addresses of share links. Each is made
 * once per data folder and is not part of a backup.
 */
export function secretOf(folder: string, name: 'session-secret' | 'share-secret'): string {
  const file = path.join(folder, name);
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
