import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { projectRoot } from '../../src/project-root.js';
import { forkScript } from './fork-script.js';

export interface Served {
  readonly port: number;
  /** CPU milliseconds used by the whole process so far. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** A guard against hanging, never a measure. */
const START_GUARD_MS = 60_000;

/** Starts server-process.ts; what it logs is written, and goes to /dev/null. */
export async function startServed(kind: 'hello' | 'product' | 'raw', folder = ''): Promise<Served> {
  const child = forkScript('server-process', [kind, folder], {
    cwd: projectRoot(),
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], NODE_ENV: 'production' },
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const guard = setTimeout(() => child.kill('SIGKILL'), START_GUARD_MS);
  const { port } = await messageOf(child, 'port');
  clearTimeout(guard);
  return {
    port,
    async cpu() {
      const answer = messageOf(child, 'cpu');
      child.send('cpu');
      return (await answer).cpu;
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function messageOf<Key extends string>(
  child: ChildProcess,
  key: Key,
): Promise<Record<Key, number>> {
  return new Promise((resolve, reject) => {
    const over = () => reject(new Error('the server process ended'));
    child.once('exit', over);
    child.once('message', (message) => {
      child.off('exit', over);
      const value = (message as Record<string, unknown>)[key];
      if (typeof value === 'number') resolve({ [key]: value } as Record<Key, number>);
      else reject(new Error(`no ${key} from the server process`));
    });
  });
}
