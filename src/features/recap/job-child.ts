import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';

export interface JobChildOptions {
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** What the process of a job tells. */
export type JobMessage = { readonly done: number } | { readonly size: number };

export interface JobOutcome {
  /** Bytes of the file, null where the process ended without one. */
  readonly size: number | null;
  readonly code: number | null;
  readonly stderr: string;
}

/** A process that has told nothing for so long hangs. */
const STALLED_MS = 10 * 60_000;
const MEMORY_MB = 512;
const MOST_STDERR = 4000;

/** src/job-process in a process of its own: compiled like the product, else through tsx. */
export function startJobProcess(options: JobChildOptions, jobId: number): ChildProcess {
  const script = join(import.meta.dirname, '../../job-process');
  const isBuilt = existsSync(`${script}.js`);
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env;
  const memory = `--max-old-space-size=${MEMORY_MB}`;
  const at = options.clock().toISOString();
  const args = [options.dataFolder, options.publicUrl, String(jobId), at];
  const child = fork(isBuilt ? `${script}.js` : `${script}.ts`, args, {
    execArgv: isBuilt ? [memory] : [memory, '--import', 'tsx'],
    env: { PATH, HOME, TMPDIR, NODE_ENV },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Pages go first; where the system does not allow it, the job only shares.
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    options.log.warn('the process of a job runs at ordinary priority');
  }
  return child;
}

/** Waits for its end; whoever hangs is ended. `onProgress` is told one after the other. */
export function outcomeOf(
  child: ChildProcess,
  onProgress: (done: number) => Promise<void>,
): Promise<JobOutcome> {
  let size: number | null = null;
  let stderr = '';
  let told: Promise<void> = Promise.resolve();
  const guard = setTimeout(() => child.kill('SIGKILL'), STALLED_MS);
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-MOST_STDERR);
  });
  child.on('message', (message: JobMessage) => {
    guard.refresh();
    if ('size' in message) size = message.size;
    else told = told.then(() => onProgress(message.done)).catch(() => {});
  });
  return new Promise((resolve) => {
    const end = (code: number | null): void => {
      clearTimeout(guard);
      void told.then(() => resolve({ size: code === 0 ? size : null, code, stderr }));
    };
    child.once('error', (error) => {
      stderr += String(error);
      end(null);
    });
    child.once('exit', end);
  });
}
