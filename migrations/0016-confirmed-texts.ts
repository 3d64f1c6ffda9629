import { sql, type Kysely } from 'kysely';

/**
 * A confirmation confirms the texts of TPI's report too: `basis` names the assessments and then each
 * text as "round/section/version". Who confirmed before knew no such rule; what stands now is taken as
 * what was confirmed, so that nothing falls by the upgrade, and falls with the next change as any other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ lkeId: number; named: string }>`
    SELECT lke_id AS "lkeId", round || '/' || section || '/' || version AS named
    FROM lhe_text`.execute(db);
  const texts = new Map<number, string[]>();
  for (const { lkeId, named } of rows) texts.set(lkeId, [...(texts.get(lkeId) ?? []), named]);
  for (const [lkeId, named] of texts) {
    const added = ` ${named.sort().join(' ')}`;
    await sql`UPDATE tier_confirmation SET basis = basis || ${added}
      WHERE lke_id = ${lkeId} AND tier = 'tpi'`.execute(db);
  }
}
