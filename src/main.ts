import { readConfig } from './config.js';
import { openDeps, serve } from './serve.js';
import { announceFirstAdmin } from './features/sign-in/first-admin.js';
import { startHousekeeping } from './housekeeping.js';

/** env → config → open the database, migrate → listen → stop cleanly. */
const result = readConfig(process.env);
if (!result.ok) {
  process.stderr.write(`${result.faults.join('\n')}\n`);
  process.exit(1);
}

const deps = await openDeps(result.config);
const server = await serve(deps);
process.stdout.write(`Tapak ZI ${deps.version}: ${server.url}\n`);
await announceFirstAdmin(deps, server.url, (text) => process.stdout.write(text));
const housekeeping = startHousekeeping(deps);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    housekeeping.stop();
    void server.stop().then(() => process.exit(0));
  });
}
