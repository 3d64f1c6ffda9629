import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataFolder } from '../db/data-folder.js';
import { makeBackup } from './make-backup.js';
import { dataPath, EXIT_OK, onlyArgument, printJson, refuse, type Env, type Io } from './io.js';

/** `backup DIR`: the whole data folder into an empty folder, beside a serving process. */
export async function runBackup(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const target = onlyArgument(argv);
  if (target === null) return refuse(io, [{ field: 'dir', code: 'folder-needed' }]);
  const source = dataFolder(dataPath(env));
  if (!existsSync(source.database)) {
    const args = { folder: source.root };
    return refuse(io, [{ field: 'ZI_DATA', code: 'no-database', args }]);
  }
  const outcome = await makeBackup(source, resolve(target), clock());
  if (!outcome.ok) return refuse(io, outcome.problems);
  const { time, schema, historyHead, files } = outcome.value;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  printJson(io, {
    backup: resolve(target),
    time,
    schema: schema.at(-1),
    historyHead,
    files: files.length,
    bytes,
  });
  return EXIT_OK;
}
