import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';

export interface Child {
  /** Lines of standard output in order; ends when the process has ended and all was read. */
  readonly lines: AsyncIterable<string>;
  /** kill -9: no handler runs, nothing is flushed. */
  kill(): void;
  /** Waits for the end; the exit code, or null when killed. */
  ended(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Runs a TypeScript file of the project in a process of its own. */
export function startChild(script: string, args: readonly string[]): Child {
  const command = ['--import', 'tsx', join(projectRoot(), script), ...args];
  const child = spawn(process.execPath, command, {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Taken at once, so that no line is lost before somebody asks.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = endOf(child);
  return {
    lines: { [Symbol.asyncIterator]: () => lines },
    kill: () => void child.kill('SIGKILL'),
    ended: () => ended,
  };
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, stderr };
}
