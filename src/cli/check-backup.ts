import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { digestOfFile } from '../blobs/copy-file.js';
import { databaseFaults } from '../db/database-faults.js';
import { neededFiles } from '../db/evidence-files.js';
import { historyHead } from '../db/history.js';
import { appliedMigrations } from '../db/migrate.js';
import { openCopy, type Snapshot } from '../db/open-snapshot.js';
import { tableHashes } from '../db/table-hashes.js';
import { refused, type Outcome } from '../domain/problem.js';
import {
  DATABASE_NAME,
  evidencePath,
  MANIFEST_NAME,
  parseManifest,
  type Manifest,
} from './backup-manifest.js';

/** Everything a backup claims, compared with what it holds; it is only read. */
export async function checkBackup(folder: string): Promise<Outcome<Manifest>> {
  const text = await readFile(join(folder, MANIFEST_NAME), 'utf8').catch(() => '');
  const manifest = parseManifest(text);
  if (manifest === null) return refused('dir', 'manifest-unreadable', { folder });
  if (isNewer(manifest)) return refused('dir', 'backup-newer');
  for (const file of manifest.files) {
    const digest = await digestOfFile(join(folder, file.path));
    if (digest?.sha256 !== file.sha256) return damaged(file.path);
  }
  return (await databaseFits(folder, manifest))
    ? { ok: true, value: manifest }
    : damaged(DATABASE_NAME);
}

function damaged(file: string): Outcome<Manifest> {
  return refused('dir', 'backup-damaged', { file });
}

function isNewer(manifest: Manifest): boolean {
  const known = [...migrations.keys()];
  return manifest.schema.some((name, place) => known[place] !== name);
}

async function databaseFits(folder: string, manifest: Manifest): Promise<boolean> {
  if (!manifest.files.some((file) => file.path === DATABASE_NAME)) return false;
  const copy = openCopy(join(folder, DATABASE_NAME));
  try {
    return await copyFits(copy, manifest);
  } finally {
    await copy.close();
  }
}

async function copyFits(copy: Snapshot, manifest: Manifest): Promise<boolean> {
  const { integrity, references } = databaseFaults(copy.connection);
  const listed = new Set(manifest.files.map((file) => file.path));
  const needed = await neededFiles(copy.db);
  return (
    integrity.length === 0 &&
    references.length === 0 &&
    needed.every((sha256) => listed.has(evidencePath(sha256))) &&
    equal(await appliedMigrations(copy.db), manifest.schema) &&
    equal(await historyHead(copy.db), manifest.historyHead) &&
    equal(tableHashes(copy.connection), manifest.tables)
  );
}

/** Both sides list their keys in the same order. */
function equal(found: unknown, claimed: unknown): boolean {
  return JSON.stringify(found) === JSON.stringify(claimed);
}
