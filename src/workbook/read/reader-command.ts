import { execFile } from 'node:child_process';
import { extname, join } from 'node:path';
import { projectRoot } from '../../project-root.js';
import { CHILD_CPU_SECONDS, CHILD_HEAP_MB } from './limits.js';

export interface ReaderCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How the reading process is started: without a network where the system allows it. */
export async function readerCommand(): Promise<ReaderCommand> {
  const node = [process.execPath, ...nodeArgs()];
  const [file = '', ...args] = [...limitArgs(), ...(await networkArgs()), ...node];
  return { file, args, cwd: projectRoot(), env: environment() };
}

/** Compiled code runs as it is; TypeScript (development, tests) through tsx. */
function nodeArgs(): string[] {
  const extension = extname(import.meta.filename);
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  const heap = `--max-old-space-size=${CHILD_HEAP_MB}`;
  return [heap, ...loader, join(import.meta.dirname, `reader-main${extension}`)];
}

/** The system's own end for a process that nobody watches any more; no core is dumped. */
function limitArgs(): string[] {
  if (process.platform !== 'linux') return [];
  return ['/bin/sh', '-c', `ulimit -c 0; ulimit -t ${CHILD_CPU_SECONDS}; exec "$@"`, 'sh'];
}

/** No database path, secret or option of ours goes along. */
function environment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', TZ: 'UTC' };
}

let known: Promise<readonly string[]> | null = null;

/** Asked of the system once: as root a namespace is enough, others need a user namespace as well. */
function networkArgs(): Promise<readonly string[]> {
  known ??= findNetworkArgs();
  return known;
}

async function findNetworkArgs(): Promise<readonly string[]> {
  for (const flags of ['-n', '-rn']) {
    if (await succeeds('unshare', [flags, 'true'])) return ['unshare', flags];
  }
  return [];
}

function succeeds(file: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(file, args, { timeout: 2000 }, (error) => resolve(error === null));
  });
}
