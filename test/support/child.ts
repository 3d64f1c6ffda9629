import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { projectRoot } from '../../src/project-root.js';

export interface Child {
  /**
   * Lines of standard output in order; ends when the process has ended and all was read. Kept
   * however many they are: a full pipe would stop the process.
   */
  readonly lines: AsyncIterableIterator<string>;
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
  const lines = linesOf(child.stdout);
  const ended = endOf(child);
  return { lines, kill: () => void child.kill('SIGKILL'), ended: () => ended };
}

function linesOf(stream: Readable): AsyncIterableIterator<string> {
  const kept: string[] = [];
  let over = false;
  let wake = (): void => {};
  const reader = createInterface({ input: stream });
  reader.on('line', (line) => {
    kept.push(line);
    wake();
  });
  reader.on('close', () => {
    over = true;
    wake();
  });
  return (async function* () {
    for (let read = 0; ; read += 1) {
      while (read >= kept.length && !over) await new Promise<void>((resolve) => (wake = resolve));
      const line = kept[read];
      if (line === undefined) return;
      yield line;
    }
  })();
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
