import Sqlite from 'better-sqlite3';

/** A statement with the values it ran with; two that are equal asked the same twice. */
export type Ran = string;

interface Reading {
  readonly source: string;
  all: (this: Reading, ...values: unknown[]) => unknown[];
}

/** The reading statements that the databases of this process ran while `work` was under way. */
export async function readsDuring(work: () => Promise<unknown>): Promise<readonly Ran[]> {
  const memory = new Sqlite(':memory:');
  const reading = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Reading;
  memory.close();
  const { all } = reading;
  const ran: Ran[] = [];
  reading.all = function counted(...values) {
    ran.push(`${this.source} ${JSON.stringify(values)}`);
    return all.apply(this, values);
  };
  try {
    await work();
  } finally {
    reading.all = all;
  }
  return ran;
}
