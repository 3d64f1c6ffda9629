import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** A script of this folder in a process of its own: compiled like the product, else through tsx. */
export function forkScript(
  name: 'one-bench' | 'server-process',
  args: readonly string[],
  options: ForkOptions = {},
): ChildProcess {
  const script = path.join(import.meta.dirname, name);
  const built = `${script}.js`;
  return existsSync(built)
    ? fork(built, args, options)
    : fork(`${script}.ts`, args, { ...options, execArgv: ['--import', 'tsx'] });
}
