import { readConfig, type Config } from './config.js';
import { openDeps, serve, type RunningServer } from './serve.js';
import { startFault } from './start-fault.js';
import { announceFirstAdmin } from './features/sign-in/first-admin.js';
import { startHousekeeping } from './housekeeping.js';
import { startMailing } from './mailing.js';
import { openLog } from './log.js';
import type { Deps } from './web/deps.js';

/** env → config → open the database, migrate → listen → stop cleanly. */
const result = readConfig(process.env);
if (!result.ok) {
  process.stderr.write(`${result.faults.join('\n')}\n`);
  process.exit(1);
}

const { deps, server } = await start(result.config);
process.stdout.write(`Tapak ZI ${deps.version}: ${server.url}\n`);
await announceFirstAdmin(deps, server.url, (text) => process.stdout.write(text));
const housekeeping = startHousekeeping(deps);
const mailing = startMailing(deps);

/** A fault that the operator can mend is told in a sentence, any other with its stack. */
async function start(config: Config): Promise<{ deps: Deps; server: RunningServer }> {
  try {
    const opened = await openDeps(config, openLog());
    return { deps: opened, server: await serve(opened) };
  } catch (error) {
    const fault = startFault(error, config);
    if (fault === null) throw error;
    process.stderr.write(`${fault}\n`);
    process.exit(1);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    housekeeping.stop();
    mailing.stop();
    void server.stop().then(() => process.exit(0));
  });
}
