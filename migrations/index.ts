import type { Kysely } from 'kysely';
import * as firstLight from './0001-first-light.js';

export interface Migration {
  up(db: Kysely<unknown>): Promise<void>;
}

/** Every migration, oldest first; a shipped one never changes. */
export const migrations: ReadonlyMap<string, Migration> = new Map([
  ['0001-first-light', firstLight],
]);
