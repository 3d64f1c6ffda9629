import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../project-root.js';

let common: ReadonlySet<string> | undefined;

/** The shipped list of refused passwords; read once, it never changes while running. */
export function commonPasswords(): ReadonlySet<string> {
  return (common ??= readList());
}

function readList(): ReadonlySet<string> {
  const file = path.join(projectRoot(), 'fixtures', 'reference', 'common-passwords.txt');
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
