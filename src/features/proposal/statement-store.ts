import type { Actor, Db, Tx } from '../../db/store.js';

export interface StatementText {
  /** "" where the product's own words stand. */
  readonly text: string;
  /** 0 where nothing was ever written. */
  readonly version: number;
}

/** What the administrator wrote for a year. */
export async function statementOf(db: Db, year: number): Promise<StatementText> {
  const row = await db
    .selectFrom('statement_text')
    .select(['text', 'version'])
    .where('year', '=', year)
    .executeTakeFirst();
  return row ?? { text: '', version: 0 };
}

export async function putStatement(
  tx: Tx,
  year: number,
  { text, version }: StatementText,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<void> {
  const row = { text, version, updated_by: actor.userId, updated_at: at };
  await tx
    .insertInto('statement_text')
    .values({ year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute();
}
