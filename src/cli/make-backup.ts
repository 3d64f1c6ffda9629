import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFile, digestOfFile } from '../blobs/copy-file.js';
import { flush } from '../blobs/flush.js';
import { blobPath } from '../blobs/folder-blob-store.js';
import { copyDatabase } from '../db/copy-database.js';
import type { DataFolder } from '../db/data-folder.js';
import { neededFiles } from '../db/evidence-files.js';
import { readHeadFile, writeHeadFile } from '../db/history-head.js';
import { historyHead } from '../db/history.js';
import { appliedMigrations } from '../db/migrate.js';
import { openConnection } from '../db/open-connection.js';
import { openCopy, openSnapshot, type Snapshot } from '../db/open-snapshot.js';
import { tableHashes } from '../db/table-hashes.js';
import { refused, type Outcome } from '../domain/problem.js';
import {
  DATABASE_NAME,
  evidencePath,
  HEAD_NAME,
  MANIFEST_NAME,
  serialiseManifest,
  SHARE_SECRET_NAME,
  type Manifest,
  type ManifestFile,
} from './backup-manifest.js';
import { fillFolder } from './fill-folder.js';

/**
 * Writes a whole backup into an empty folder while others go on working. The database is copied
 * first: evidence is kept before its row is committed, so every file of the copy exists by then.
 */
export async function makeBackup(
  source: DataFolder,
  target: string,
  at: Date,
): Promise<Outcome<Manifest>> {
  return fillFolder(target, MANIFEST_NAME, 'dir', async (stage) => {
    // Read before the copy: a head may lag behind the database, never lead it.
    const head = readHeadFile(source.headFile);
    if (head !== null) writeHeadFile(join(stage, HEAD_NAME), head);
    const evidence = await copyData(source, stage);
    if (!evidence.ok) return evidence;
    const fixed = await digests(
      stage,
      head === null ? [DATABASE_NAME] : [DATABASE_NAME, HEAD_NAME],
    );
    const secret = await copyShareSecret(source, stage);
    const manifest = await describe(stage, at, [...fixed, ...secret, ...evidence.value]);
    await writeFile(join(stage, MANIFEST_NAME), serialiseManifest(manifest), { mode: 0o600 });
    await flush(join(stage, MANIFEST_NAME));
    return { ok: true, value: manifest };
  });
}

/** Addresses of share links stand in worksheets that were sent out: they work after a restore too. */
async function copyShareSecret(source: DataFolder, stage: string): Promise<ManifestFile[]> {
  const path = SHARE_SECRET_NAME;
  const digest = await copyFile(join(source.root, path), join(stage, path));
  return digest === null ? [] : [{ path, ...digest }];
}

/** Starts again when a file was purged meanwhile; a file that should be there is a fault. */
async function copyData(source: DataFolder, stage: string): Promise<Outcome<ManifestFile[]>> {
  const copied = new Map<string, ManifestFile>();
  for (;;) {
    copyOfDatabase(source, join(stage, DATABASE_NAME));
    const needed = await withCopy(stage, (copy) => neededFiles(copy.db));
    const bad = await copyEvidence(source, stage, needed, copied);
    if (bad === null) return { ok: true, value: needed.flatMap((hash) => copied.get(hash) ?? []) };
    if (await isStillNeeded(source, bad))
      return refused('evidence', 'evidence-missing', { sha256: bad });
  }
}

function copyOfDatabase(source: DataFolder, target: string): void {
  const connection = openConnection(source.database);
  try {
    copyDatabase(connection, target);
  } finally {
    connection.close();
  }
}

/** The first hash whose file is missing or holds something else, or null. */
async function copyEvidence(
  source: DataFolder,
  stage: string,
  needed: readonly string[],
  copied: Map<string, ManifestFile>,
): Promise<string | null> {
  for (const sha256 of needed) {
    if (copied.has(sha256)) continue;
    const path = evidencePath(sha256);
    const digest = await copyFile(blobPath(source.evidence, sha256), join(stage, path));
    if (digest?.sha256 !== sha256) return sha256;
    copied.set(sha256, { path, ...digest });
  }
  return null;
}

async function isStillNeeded(source: DataFolder, sha256: string): Promise<boolean> {
  const now = openSnapshot(source.database);
  try {
    return (await neededFiles(now.db)).includes(sha256);
  } finally {
    await now.close();
  }
}

async function describe(stage: string, at: Date, files: ManifestFile[]): Promise<Manifest> {
  return withCopy(stage, async (copy) => ({
    format: 'tapak-zi-backup-1',
    time: at.toISOString(),
    schema: [...(await appliedMigrations(copy.db))],
    historyHead: await historyHead(copy.db),
    tables: tableHashes(copy.connection),
    files,
  }));
}

async function withCopy<T>(stage: string, work: (copy: Snapshot) => Promise<T>): Promise<T> {
  const copy = openCopy(join(stage, DATABASE_NAME));
  try {
    return await work(copy);
  } finally {
    await copy.close();
  }
}

async function digests(stage: string, names: readonly string[]): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const path of names) {
    const digest = await digestOfFile(join(stage, path));
    if (digest === null) throw new Error(`the backup lost its ${path}`);
    files.push({ path, ...digest });
  }
  return files;
}
