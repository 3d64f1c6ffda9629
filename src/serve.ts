import type { Server } from 'node:http';
import path from 'node:path';
import { pino, type Logger } from 'pino';
import { createApp } from './app.js';
import { openBlobFolder } from './blobs/folder-blob-store.js';
import type { Config } from './config.js';
import { dataFolder } from './db/data-folder.js';
import { openStore } from './db/open-store.js';
import { secretOf } from './db/secret-file.js';
import { jobRunner } from './features/recap/job-runner.js';
import { loadInstruments } from './instruments.js';
import { projectRoot } from './project-root.js';
import type { Deps } from './web/deps.js';
import { loadPages } from './web/pages.js';
import { productVersion } from './version.js';

export interface RunningServer {
  readonly url: string;
  readonly deps: Deps;
  /** Stops taking requests, lets the running ones end, closes the database. */
  stop(): Promise<void>;
}

/** Everything a running product needs, from one data folder. */
export async function openDeps(
  config: Config,
  log: Logger = pino({ level: 'info' }),
  clock: () => Date = () => new Date(),
): Promise<Deps> {
  const store = await openStore({
    folder: config.dataFolder,
    onHeadFault: (error) => log.error({ err: error }, 'the head of the history was not written'),
  });
  const version = productVersion();
  return {
    config,
    store,
    blobs: await openBlobFolder(path.join(config.dataFolder, 'evidence')),
    instruments: loadInstruments(projectRoot()),
    pages: loadPages(path.join(projectRoot(), 'views'), config, version),
    log,
    jobs: jobRunner({
      store,
      dataFolder: config.dataFolder,
      exportFolder: dataFolder(config.dataFolder).exports,
      publicUrl: config.publicUrl,
      log,
      clock,
    }),
    version,
    shareSecret: secretOf(config.dataFolder, 'share-secret'),
    clock,
  };
}

export async function serve(deps: Deps): Promise<RunningServer> {
  const { config } = deps;
  const app = createApp(deps, secretOf(config.dataFolder, 'session-secret'));
  const server = await new Promise<Server>((resolve, reject) => {
    // Express calls back for a failure too, with the error.
    const listening = app.listen(config.port, config.host, (error) => {
      if (error === undefined) resolve(listening);
      else reject(error);
    });
  });
  // A form full of evidence over a slow line takes longer than the five minutes of Node's default.
  server.requestTimeout = 60 * 60 * 1000;
  await deps.jobs.start();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return {
    url: port === config.port ? config.publicUrl : `http://${config.host}:${port}`,
    deps,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await deps.jobs.stop();
      await deps.store.close();
    },
  };
}
