import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { makeDemo } from '../../src/cli/demo/make-demo.js';
import { readConfig } from '../../src/config.js';
import { openDeps } from '../../src/serve.js';
import type { Deps } from '../../src/web/deps.js';

/** Runs with a new folder on the disk of TMPDIR and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapak-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The product on a data folder, without a server; logs nothing. */
export async function openBenchDeps(folder: string): Promise<Deps> {
  const config = readConfig({ ZI_DATA: folder, ZI_REQUESTS_PER_MINUTE: '10000000' });
  if (!config.ok) throw new Error(config.faults.join('; '));
  return openDeps(config.config, pino({ level: 'silent' }));
}

/** The data of the demo, made by the product's own actions. */
export async function makeExample(folder: string): Promise<void> {
  const deps = await openBenchDeps(folder);
  await makeDemo(deps);
  await deps.store.close();
}
