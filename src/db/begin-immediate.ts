import { setTimeout as pause } from 'node:timers/promises';
import { BUSY_TIMEOUT_MS, type Connection } from './open-connection.js';

const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 25;

/**
 * BEGIN IMMEDIATE that waits for another writer as long as busy_timeout says, but without blocking
 * the event loop: SQLite's own wait would stop every request while the command line writes, and
 * would deadlock two stores of one process.
 */
export async function beginImmediate(db: Connection): Promise<void> {
  let waited = 0;
  let next = FIRST_PAUSE_MS;
  while (!tryBegin(db)) {
    if (waited >= BUSY_TIMEOUT_MS) throw stayedLocked();
    await pause(next);
    waited += next;
    next = Math.min(next * 2, LONGEST_PAUSE_MS);
  }
}

function tryBegin(db: Connection): boolean {
  db.pragma('busy_timeout = 0');
  try {
    db.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

function stayedLocked(): Error {
  const error = new Error('the database stayed locked by another writer');
  return Object.assign(error, { code: 'SQLITE_BUSY' });
}

function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
