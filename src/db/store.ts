import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.js';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** The opened database of one data folder. Stores take `Db` to read and `Tx` to write. */
export interface Store {
  /** For reading. Using it inside `write` throws (it would wait for itself for ever). */
  readonly db: Db;
  /**
   * One BEGIN IMMEDIATE transaction: all of it or nothing. A thrown error rolls back; to refuse,
   * check first and return before the first write. After the commit the head of the history is
   * written beside the database, so that a cut tail shows. Await only queries inside.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Who did it, as the history keeps it. */
export interface Actor {
  readonly userId: number | null;
  /** Name at this moment, or "operator". */
  readonly name: string;
  /** Role in which it was done, or "operator". */
  readonly role: string;
  /** "web <address>" or "cli". */
  readonly origin: string;
  /**
   * Whether they still may do it, asked in the transaction itself: between the look at a request and
   * its write a role can be taken away, and an upload takes minutes. Absent: nothing to lose.
   */
  readonly stillMay?: (tx: Tx) => Promise<boolean>;
  /** Asked before each entry; throws where this very act is not theirs. Absent: nothing to ask. */
  readonly beforeEntry?: (tx: Tx, actor: Actor, entry: HistoryEntry) => Promise<void>;
}

export interface HistoryEntry {
  readonly action: string;
  readonly subject: string;
  readonly satkerCode?: string | null;
  readonly year?: number | null;
  /** JSON-serialisable, or absent. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Number and hash of the last history entry; (0, "") when there is none. */
export interface HistoryHead {
  readonly seq: number;
  readonly hash: string;
}
