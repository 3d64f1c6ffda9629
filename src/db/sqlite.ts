import { createRequire } from 'node:module';
import path from 'node:path';
import type { default as SqliteDriver } from 'better-sqlite3';

/** What better-sqlite3 13 is built for; Node has it from 22.14 on. */
const NODE_API = 10;

/**
 * The driver that this Node can bear. Both are better-sqlite3, with one interface: 13 crashes at
 * the first database where Node-API 10 is missing (Node 20); 12 aborts the process from Node 24.19
 * on, as soon as a statement is collected as garbage (`RemoveEnvironmentCleanupHook`).
 */
const DRIVER =
  Number(process.versions['napi']) >= NODE_API ? 'better-sqlite3-node-api' : 'better-sqlite3';

const load = createRequire(path.join(import.meta.dirname, 'sqlite.js'));

export const Sqlite = load(DRIVER) as typeof SqliteDriver;
