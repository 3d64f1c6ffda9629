import { sql, type Kysely } from 'kysely';

/**
 * What the province's team recommends before its head decides (90/2021 Lampiran II Bab I A.1): a
 * record of its own, about one state of the assessment, and never changed. Which recommendation a
 * decision was taken upon stands in the decision.
 */
const TABLES = [
  `CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY,
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    round INTEGER NOT NULL CHECK (round >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('layak','belum-layak')),
    reason TEXT NOT NULL,
    basis TEXT NOT NULL,
    total TEXT NOT NULL,
    gates_passed INTEGER NOT NULL CHECK (gates_passed IN (0, 1)),
    recommended_by INTEGER REFERENCES "user"(id),
    recommended_by_name TEXT NOT NULL,
    recommended_at TEXT NOT NULL,
    CHECK (reason <> '' OR (kind = 'layak' AND gates_passed = 1))
  )`,
  `CREATE INDEX recommendation_lke ON recommendation (lke_id)`,
] as const;

const GUARDS = (['UPDATE', 'DELETE'] as const).map(
  (verb) =>
    `CREATE TRIGGER recommendation_no_${verb.toLowerCase()} BEFORE ${verb} ON recommendation
     BEGIN SELECT RAISE(ABORT, 'what was recommended stays so'); END`,
);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS]) await sql.raw(statement).execute(db);
}
