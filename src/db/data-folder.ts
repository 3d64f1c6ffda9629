import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where everything of one installation lies; local disk only (SQLite's WAL needs shared memory). */
export interface DataFolder {
  readonly root: string;
  readonly database: string;
  /** Number and hash of the newest history entry, kept apart from the database. */
  readonly headFile: string;
  readonly evidence: string;
  /** What was made in the background, swept after some days; not part of a backup. */
  readonly exports: string;
}

export function dataFolder(folder: string): DataFolder {
  const root = resolve(folder);
  return {
    root,
    database: join(root, 'tapak.sqlite'),
    headFile: join(root, 'history-head.json'),
    evidence: join(root, 'evidence'),
    exports: join(root, 'exports'),
  };
}

/** Folder and database file readable by their owner only; SQLite gives its side files the same mode. */
export function createDataFolder(folder: DataFolder): void {
  mkdirSync(folder.root, { recursive: true, mode: 0o700 });
  closeSync(openSync(folder.database, 'a', 0o600));
}
