import { readConfig, type Config } from '../config.js';
import type { Db } from '../db/store.js';
import { refused, type Outcome } from '../domain/problem.js';
import { loadInstruments, type Instruments } from '../instruments.js';
import { productVersion } from '../version.js';
import type { Env } from './io.js';
import { withSnapshot } from './with-snapshot.js';

/** What a paper is made from: the data folder at one moment, and the address it names. */
export interface Source {
  readonly db: Db;
  readonly instruments: Instruments;
  readonly publicUrl: string;
  readonly version: string;
}

/** Reads what a command writes out; settings that contradict each other are refused. */
export async function withSource<T>(
  env: Env,
  read: (source: Source, config: Config) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const config = configOf(env);
  if (!config.ok) return config;
  const { publicUrl } = config.value;
  return withSnapshot(env, ({ db }) =>
    read(
      { db, instruments: loadInstruments(), publicUrl, version: productVersion() },
      config.value,
    ),
  );
}

export function configOf(env: Env): Outcome<Config> {
  const read = readConfig(env);
  if (read.ok) return { ok: true, value: read.config };
  return refused('', 'config-fault', { fault: read.faults.join('; ') });
}
