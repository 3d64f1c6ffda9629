import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { beginImmediate } from './begin-immediate.js';
import type { Connection } from './open-connection.js';
import type { HistoryHead } from './store.js';

/** Far below a disk sector, far above the longest head. */
const LINE_BYTES = 128;

/**
 * Returns what runs after each commit; it does nothing unless the history grew.
 *
 * Keeps number and hash of the newest entry in a file beside the database, so that a cut tail
 * shows. The file only moves forward along the chain it attests: where the database no longer
 * holds the entry the file names, the file stays as the proof. Not flushed: after a power cut it
 * may be behind the database, never ahead.
 */
export function advanceHeadFile(
  db: Connection,
  file: string,
  onFault: (error: unknown) => void = () => {},
): () => Promise<void> {
  const newest = db.prepare('SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1');
  const bySeq = db.prepare('SELECT hash FROM history WHERE seq = ?').pluck();
  let known = -1;

  function lastEntry(): HistoryHead {
    return (newest.get() as HistoryHead | undefined) ?? { seq: 0, hash: '' };
  }

  function advanceLocked(): void {
    const last = lastEntry();
    known = last.seq;
    const kept = readHeadFile(file);
    if (kept !== null && kept.seq > 0 && bySeq.get(kept.seq) !== kept.hash) {
      throw new Error(`history entry ${kept.seq} is not the one the head file names`);
    }
    if (kept === null || kept.seq < last.seq) writeHeadFile(file, last);
  }

  return async function advance(): Promise<void> {
    try {
      if (lastEntry().seq <= known) return;
      // The write lock, also against other processes: the file must never go back.
      await beginImmediate(db);
      try {
        advanceLocked();
      } finally {
        db.exec('ROLLBACK');
      }
    } catch (error) {
      onFault(error);
    }
  };
}

/** Null when the file is missing or unreadable. */
export function readHeadFile(file: string): HistoryHead | null {
  try {
    const head: unknown = JSON.parse(readSettled(file));
    return isHead(head) ? { seq: head.seq, hash: head.hash } : null;
  } catch {
    return null;
  }
}

/**
 * Overwrites the line in place: one write inside one disk sector is seen whole or not at all.
 * Renaming a new file over it with every save would make the next durable write of the database
 * twice as slow (measured on ext4: the rename has to reach the disk with it).
 */
export function writeHeadFile(file: string, head: HistoryHead): void {
  const line = lineOf(head);
  if (statSync(file, { throwIfNoEntry: false })?.size !== line.length) {
    createHeadFile(file, line);
    return;
  }
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, line, 0, line.length, 0);
  } finally {
    closeSync(handle);
  }
}

function createHeadFile(file: string, line: Buffer): void {
  const temporary = `${file}.tmp`;
  writeFileSync(temporary, line, { mode: 0o600 });
  renameSync(temporary, file);
}

function lineOf(head: HistoryHead): Buffer {
  const json = JSON.stringify({ seq: head.seq, hash: head.hash });
  return Buffer.from(`${json.padEnd(LINE_BYTES - 1)}\n`);
}

/** Reads until two looks agree, because another process may be writing just now. */
function readSettled(file: string): string {
  let seen = readFileSync(file, 'utf8');
  for (;;) {
    const again = readFileSync(file, 'utf8');
    if (again === seen) return seen;
    seen = again;
  }
}

function isHead(value: unknown): value is HistoryHead {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, hash } = value as Record<string, unknown>;
  return Number.isSafeInteger(seq) && typeof hash === 'string';
}
