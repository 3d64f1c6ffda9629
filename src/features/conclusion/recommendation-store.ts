import type { Recommended } from '../../domain/lke/recommendation.js';
import type { RecommendationTable } from '../../db/schema-stages.js';
import type { Actor, Db, Tx } from '../../db/store.js';

/** What the team recommended, as it was then. */
export interface Recommendation {
  readonly id: number;
  readonly round: number;
  readonly kind: Recommended;
  readonly reason: string;
  readonly basis: string;
  /** Exact total of the tier. */
  readonly total: string;
  readonly gatesPassed: boolean;
  readonly byName: string;
  readonly at: string;
}

export async function newestRecommendation(db: Db, lkeId: number): Promise<Recommendation | null> {
  const row = await db
    .selectFrom('recommendation')
    .selectAll()
    .where('lke_id', '=', lkeId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : recommendationOf(row);
}

export async function insertRecommendation(
  tx: Tx,
  lkeId: number,
  made: Omit<Recommendation, 'id' | 'byName'> & { readonly actor: Actor },
): Promise<void> {
  await tx
    .insertInto('recommendation')
    .values({
      lke_id: lkeId,
      round: made.round,
      kind: made.kind,
      reason: made.reason,
      basis: made.basis,
      total: made.total,
      gates_passed: made.gatesPassed ? 1 : 0,
      recommended_by: made.actor.userId,
      recommended_by_name: made.actor.name,
      recommended_at: made.at,
    })
    .execute();
}

/** What each decision of the province was recommended; null where it was taken without. */
export async function recommendedBefore(
  db: Db,
  lkeId: number,
): Promise<ReadonlyMap<number, Recommended | null>> {
  const rows = await db
    .selectFrom('lke_decision')
    .select(['id', 'detail'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', 'pendahuluan')
    .execute();
  return new Map(
    rows.flatMap(({ id, detail }) => {
      const { recommended } = JSON.parse(detail ?? '{}') as { recommended?: Recommended | null };
      return recommended === undefined ? [] : [[id, recommended] as const];
    }),
  );
}

function recommendationOf(
  row: { readonly id: number } & Omit<RecommendationTable, 'id'>,
): Recommendation {
  return {
    id: row.id,
    round: row.round,
    kind: row.kind,
    reason: row.reason,
    basis: row.basis,
    total: row.total,
    gatesPassed: row.gates_passed === 1,
    byName: row.recommended_by_name,
    at: row.recommended_at,
  };
}
