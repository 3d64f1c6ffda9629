import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
} from 'kysely';
import { beginImmediate } from './begin-immediate.js';
import { createMutex } from './mutex.js';
import type { Connection } from './open-connection.js';
import { queryRunner } from './run-query.js';

/**
 * Reads on their own connection, so that they never wait for a write (WAL). `check` runs before
 * each query. Statements are synchronous, therefore one connection serves all readers.
 */
export function readDialect(db: Connection, check: () => void): Dialect {
  const run = queryRunner(db);
  const connection = connectionOf((query) => run(query));
  return dialectOf({
    async acquireConnection() {
      check();
      return connection;
    },
    async releaseConnection() {},
    beginTransaction: () => Promise.reject(new Error('transactions go through store.write')),
    commitTransaction: () => Promise.reject(new Error('no transaction on the read connection')),
    rollbackTransaction: () => Promise.reject(new Error('no transaction on the read connection')),
  });
}

/**
 * The one writing connection behind a mutex. Kysely's own dialect begins with a plain BEGIN, and a
 * second writer would fail at once instead of waiting. `committed` runs before the next writer.
 */
export function writeDialect(db: Connection, committed: () => Promise<void>): Dialect {
  const run = queryRunner(db);
  const mutex = createMutex();
  const connection = connectionOf((query) => {
    // Without this a query nobody awaited could become a transaction of its own.
    if (!db.inTransaction) throw new Error('writing needs a transaction: use store.write');
    return run(query);
  });
  return dialectOf({
    async acquireConnection() {
      await mutex.lock();
      return connection;
    },
    async releaseConnection() {
      mutex.unlock();
    },
    beginTransaction: () => beginImmediate(db),
    async commitTransaction() {
      db.exec('COMMIT');
      await committed();
    },
    async rollbackTransaction() {
      // After some errors (disk full) SQLite has rolled back already.
      if (db.inTransaction) db.exec('ROLLBACK');
    },
  });
}

function connectionOf(executeQuery: ReturnType<typeof queryRunner>): DatabaseConnection {
  return {
    executeQuery: async (query) => executeQuery(query),
    streamQuery() {
      throw new Error('streaming would hold the connection: read in pages');
    },
  };
}

type Transactions = Omit<Driver, 'init' | 'destroy'>;

/** The handles are opened and closed by the store, not by the driver. */
function dialectOf(transactions: Transactions): Dialect {
  return {
    createDriver: () => ({ ...transactions, async init() {}, async destroy() {} }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}
