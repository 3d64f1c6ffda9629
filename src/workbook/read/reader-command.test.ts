import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readerCommand } from './reader-command.js';

const REPORT = `console.log(JSON.stringify({
  interfaces: Object.keys(require('node:os').networkInterfaces()),
  variables: Object.keys(process.env).filter((name) => !/^(?:PWD|SHLVL|OLDPWD|_)$/.test(name)).sort(),
  heap: Math.round(require('node:v8').getHeapStatistics().heap_size_limit / 1024 / 1024),
}))`;

interface Report {
  readonly interfaces: readonly string[];
  readonly variables: readonly string[];
  readonly heap: number;
}

/** What a process sees that is started as the reader is. */
async function report(): Promise<{ seen: Report; args: readonly string[] }> {
  process.env.ZI_SECRET_OF_TEST = 'x';
  const { file, args, cwd, env } = await readerCommand();
  const started = [...args.slice(0, args.indexOf('--import')), '-e', REPORT];
  const { stdout } = await promisify(execFile)(file, started, { cwd, env });
  return { seen: JSON.parse(stdout) as Report, args };
}

describe('the reading process', () => {
  it('gets no settings of the server, and a heap of its own', async () => {
    const { seen } = await report();
    expect(seen.variables).toEqual(['NODE_ENV', 'PATH', 'TZ']);
    expect(seen.heap).toBeLessThan(700);
  });

  it('has no network where the system allows that', async () => {
    const { seen, args } = await report();
    if (args.includes('unshare')) expect(seen.interfaces).toEqual([]);
    else process.stderr.write('unshare is not allowed here: the reader keeps its network\n');
  });
});
