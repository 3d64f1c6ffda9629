import type { CompiledQuery, QueryResult } from 'kysely';
import type { Db } from './store.js';

type Read = <R>(query: CompiledQuery) => QueryResult<R>;

/** Where nothing but the one reading connection stands behind, Kysely's way there only costs time. */
const directReaders = new WeakMap<Db, Read>();

export function readsDirectly(db: Db, read: Read): void {
  directReaders.set(db, read);
}

/** Stands in the query for a value that each call brings. */
class Placeholder {
  constructor(readonly name: string) {}
}

const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });

/**
 * A query that is built and compiled once and run with other values each time: for those of every
 * request, because building with Kysely costs more than SQLite takes to answer. `build` is given
 * placeholders, so it may only put them where a value goes.
 */
export function prepared<Values extends object, Row>(
  build: (db: Db, values: Values) => { compile(): CompiledQuery<Row> },
): (db: Db, values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    built ??= build(db, placeholders as Values).compile();
    const parameters = built.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    );
    const query: CompiledQuery<Row> = { ...built, parameters };
    const direct = directReaders.get(db);
    return direct === undefined ? (await db.executeQuery(query)).rows : direct<Row>(query).rows;
  };
}
