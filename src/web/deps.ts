import type { Logger } from 'pino';
import type { BlobStore } from '../blobs/blob-store.js';
import type { Config } from '../config.js';
import type { Store } from '../db/store.js';
import type { Instruments } from '../instruments.js';
import type { Jobs } from './jobs.js';
import type { Pages } from './pages.js';

/** What a feature is given; nothing is reached for globally. */
export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly instruments: Instruments;
  readonly pages: Pages;
  readonly jobs: Jobs;
  readonly log: Logger;
  /** Version of the product, from package.json. */
  readonly version: string;
  /** Signs the addresses of share links. */
  readonly shareSecret: string;
  /** Now. Tests pass their own. */
  readonly clock: () => Date;
}
