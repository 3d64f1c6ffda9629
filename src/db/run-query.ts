import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, QueryResult } from 'kysely';
import type { Connection } from './open-connection.js';

/** Lists of varying length in IN (…) make new texts; beyond this many the cache starts afresh. */
const CACHED_STATEMENTS = 500;

export type RunQuery = <R>(query: CompiledQuery) => QueryResult<R>;

/** Runs compiled queries on one connection; preparing a statement costs more than most reads. */
export function queryRunner(db: Connection): RunQuery {
  const statements = new Map<string, Sqlite.Statement>();

  function statementFor(text: string): Sqlite.Statement {
    const known = statements.get(text);
    if (known !== undefined) return known;
    if (statements.size >= CACHED_STATEMENTS) statements.clear();
    const statement = db.prepare(text);
    statements.set(text, statement);
    return statement;
  }

  return function run<R>(query: CompiledQuery): QueryResult<R> {
    const statement = statementFor(query.sql);
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(query.parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
}
