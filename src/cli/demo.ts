import { pino } from 'pino';
import { CAST, CAST_PASSWORD } from '../../fixtures/cast.js';
import { readConfig } from '../config.js';
import { startHousekeeping } from '../housekeeping.js';
import { openDeps, serve, type RunningServer } from '../serve.js';
import { startFault } from '../start-fault.js';
import { demoText } from '../text/messages/demo.js';
import type { Deps } from '../web/deps.js';
import { contentOf } from './demo/demo-store.js';
import { makeDemo } from './demo/make-demo.js';
import { EXIT_FAILED, EXIT_OK, EXIT_REFUSED, refuse, type Env, type Io } from './io.js';

/**
 * `demo [--serve]`: makes the example data in a folder of its own (ZI_DATA, else demo-data) unless
 * they are there; with --serve also serves them, on loopback only. Real data are never touched.
 */
export async function runDemo(argv: readonly string[], io: Io, env: Env): Promise<number> {
  const unknown = argv.find((option) => option !== '--serve');
  if (unknown !== undefined) {
    return refuse(io, [{ field: unknown, code: 'unknown-option' }]);
  }
  const read = readConfig(env, { demo: true });
  if (!read.ok) {
    io.stderr(`${read.faults.join('\n')}\n`);
    return EXIT_FAILED;
  }
  const deps = await openDeps(read.config, pino({ level: 'warn' }));
  const ready = await prepare(deps, io);
  if (!ready || !argv.includes('--serve')) {
    await deps.store.close();
    return ready ? EXIT_OK : EXIT_REFUSED;
  }
  return serveUntilStopped(deps, io);
}

async function prepare(deps: Deps, io: Io): Promise<boolean> {
  const folder = deps.config.dataFolder;
  const content = await contentOf(deps.store.db);
  if (content === 'real') {
    refuse(io, [{ field: 'ZI_DATA', code: 'demo-over-real-data', args: { folder } }]);
    return false;
  }
  if (content === 'empty') {
    io.stdout(`${demoText.making}\n`);
    await makeDemo(deps);
  }
  io.stdout(`${content === 'empty' ? demoText.made(folder) : demoText.kept(folder)}\n`);
  io.stdout(`${demoText.accounts(CAST_PASSWORD)}\n`);
  for (const { username, name, roles } of CAST) {
    const places = roles.map(({ satker }) => satker).join(', ');
    const role = demoText.role(roles[0]?.role ?? '', places);
    io.stdout(`${demoText.account(username, name, role)}\n`);
  }
  return true;
}

async function serveUntilStopped(deps: Deps, io: Io): Promise<number> {
  const server = await serveOrTell(deps, io);
  if (server === null) return EXIT_FAILED;
  const housekeeping = startHousekeeping(deps);
  io.stdout(`${demoText.open(server.url)}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  housekeeping.stop();
  await server.stop();
  return EXIT_OK;
}

/** A fault that the operator can mend, such as a port in use, is told in a sentence. */
async function serveOrTell(deps: Deps, io: Io): Promise<RunningServer | null> {
  try {
    return await serve(deps);
  } catch (error) {
    const fault = startFault(error, deps.config);
    if (fault === null) throw error;
    io.stderr(`${fault}\n`);
    await deps.store.close();
    return null;
  }
}
