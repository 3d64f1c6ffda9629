import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json, from which fixtures/ and views/ are found; the same from src and dist. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the running code');
    folder = parent;
  }
  return folder;
}
