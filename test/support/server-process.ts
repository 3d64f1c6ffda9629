import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';

export interface ServerProcess {
  readonly url: string;
  /** From the start of the process to the first answer of GET /sehat. */
  readonly readyMs: number;
  /** kill -9: nothing is flushed, no handler runs. Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** A guard against hanging, never a measure. */
const START_GUARD_MS = 60_000;

/** The product as `npm start` runs it (src/main.ts), in a process of its own, on a free port. */
export async function startServerProcess(folder: string): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: projectRoot(),
    env: {
      PATH: process.env['PATH'],
      TMPDIR: process.env['TMPDIR'],
      NODE_ENV: 'production',
      ZI_DATA: path.resolve(folder),
      PORT: '0',
      ZI_REQUESTS_PER_MINUTE: '10000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const guard = setTimeout(() => child.kill('SIGKILL'), START_GUARD_MS);
  const url = await urlOf(child.stdout);
  clearTimeout(guard);
  if (url === null) throw new Error(`the server did not start: ${errors}`);
  const health = await fetch(`${url}/sehat`);
  if (health.status !== 200) throw new Error(`GET /sehat answered ${health.status}`);
  return {
    url,
    readyMs: performance.now() - began,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The address it prints when it listens; null when its output ends before. */
function urlOf(output: NodeJS.ReadableStream): Promise<string | null> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: output });
    lines.on('line', (line) => {
      const url = /^Tapak ZI \S+: (http:\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    lines.on('close', () => resolve(null));
  });
}
