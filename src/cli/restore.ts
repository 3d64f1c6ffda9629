import { join, resolve } from 'node:path';
import { copyFile } from '../blobs/copy-file.js';
import { dataFolder } from '../db/data-folder.js';
import { refused, type Outcome } from '../domain/problem.js';
import { DATABASE_NAME, type Manifest, type ManifestFile } from './backup-manifest.js';
import { checkBackup } from './check-backup.js';
import { fillFolder, whyNotFree } from './fill-folder.js';
import { dataPath, EXIT_OK, onlyArgument, printJson, refuse, type Env, type Io } from './io.js';

/** `restore DIR`: a checked backup into the data folder, which must be empty. */
export async function runRestore(argv: readonly string[], io: Io, env: Env): Promise<number> {
  const source = onlyArgument(argv);
  if (source === null) return refuse(io, [{ field: 'dir', code: 'folder-needed' }]);
  const target = dataFolder(dataPath(env)).root;
  const outcome = await restoreBackup(resolve(source), target);
  if (!outcome.ok) return refuse(io, outcome.problems);
  const { time, schema, historyHead, files, tables } = outcome.value;
  printJson(io, {
    restored: target,
    time,
    schema: schema.at(-1),
    historyHead,
    files: files.length,
    tables,
  });
  return EXIT_OK;
}

/** Nothing is touched before the whole backup has been found sound. */
async function restoreBackup(source: string, target: string): Promise<Outcome<Manifest>> {
  const taken = await whyNotFree(target);
  if (taken !== null) return refused('ZI_DATA', taken, { folder: target });
  const checked = await checkBackup(source);
  if (!checked.ok) return checked;
  return fillFolder(target, DATABASE_NAME, 'ZI_DATA', (stage) =>
    copyAll(source, stage, checked.value),
  );
}

async function copyAll(
  source: string,
  stage: string,
  manifest: Manifest,
): Promise<Outcome<Manifest>> {
  for (const file of manifest.files) {
    if (!(await copiedRight(source, stage, file))) {
      return refused('dir', 'backup-damaged', { file: file.path });
    }
  }
  return { ok: true, value: manifest };
}

async function copiedRight(source: string, stage: string, file: ManifestFile): Promise<boolean> {
  const digest = await copyFile(join(source, file.path), join(stage, file.path));
  return digest?.sha256 === file.sha256;
}
