import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Connection } from './open-connection.js';

/**
 * A consistent copy while others write, replacing `file` in one step. VACUUM INTO, because the
 * driver's backup() starts again with each write of another process.
 */
export function copyDatabase(db: Connection, file: string): void {
  const temporary = `${file}.tmp`;
  rmSync(temporary, { force: true });
  db.prepare('VACUUM INTO ?').run(temporary);
  chmodSync(temporary, 0o600);
  flush(temporary);
  renameSync(temporary, file);
  flush(dirname(file));
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
