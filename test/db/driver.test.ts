import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../src/project-root.js';

/** Statements that nobody holds any more, collected between turns of the event loop. */
const DISCARDING = `
  const { Sqlite } = await import('./src/db/sqlite.ts');
  const db = new Sqlite(':memory:');
  let count = 0;
  const discard = () => {
    for (let n = 0; n < 2000; n += 1) db.prepare('SELECT ' + (count += 1)).get();
    if (count < 100_000) setImmediate(discard);
    else console.log(count);
  };
  discard();
`;

const LOCK = z.object({ packages: z.record(z.string(), z.looseObject({})) });

it('goes on when statements are collected as garbage', () => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', DISCARDING];
  const said = execFileSync(process.execPath, args, { cwd: projectRoot(), encoding: 'utf8' });
  expect(said).toBe('100000\n');
});

// Where npm tries to build it and has no compiler, it leaves this optional library out in silence.
it('is installed for newer Node as it comes, without a compiler', () => {
  const text = readFileSync(path.join(projectRoot(), 'package-lock.json'), 'utf8');
  const { packages } = LOCK.parse(JSON.parse(text));
  const driver = packages['node_modules/better-sqlite3-node-api'];
  expect(driver).toMatchObject({ optional: true, gypfile: false });
});
