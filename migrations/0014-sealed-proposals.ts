import { sql, type Kysely } from 'kysely';

/** A letter to TPN and its annex say what stood on the day of proposing: nobody updates or deletes them. */
const GUARDS = (['proposal_letter', 'proposal_entry'] as const).flatMap((table) =>
  (['UPDATE', 'DELETE'] as const).map(
    (verb) =>
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
       BEGIN SELECT RAISE(ABORT, 'what was proposed is frozen'); END`,
  ),
);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of GUARDS) await sql.raw(statement).execute(db);
}
