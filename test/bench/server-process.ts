import type { AddressInfo } from 'node:net';
import express from 'express';
import { readConfig } from '../../src/config.js';
import { openLog } from '../../src/log.js';
import { openDeps, serve } from '../../src/serve.js';
import { rawApp } from './raw-page.js';

/**
 * One server in a process of its own: `hello`, `product FOLDER` or `raw FOLDER`. Tells its port as
 * a message, answers "cpu" with the milliseconds it has used so far, ends with its parent.
 */
const AREA = '1';
const [kind = '', folder = ''] = process.argv.slice(2);

function listenHello(): Promise<number> {
  const app = express();
  app.get('/', (_req, res) => {
    res.send('hello');
  });
  return listen(app);
}

async function listenProduct(): Promise<number> {
  const config = readConfig({ ZI_DATA: folder, PORT: '0', ZI_REQUESTS_PER_MINUTE: '10000000' });
  if (!config.ok) throw new Error(config.faults.join('; '));
  const { url } = await serve(await openDeps(config.config, openLog()));
  return Number(new URL(url).port);
}

function listen(app: express.Express): Promise<number> {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const KINDS: Readonly<Record<string, () => Promise<number>>> = {
  hello: listenHello,
  product: listenProduct,
  raw: () => listen(rawApp(folder, AREA)),
};

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));
const port = await KINDS[kind]?.();
process.send?.({ port });
