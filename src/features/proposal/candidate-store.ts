import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Db } from '../../db/store.js';
import { fromStoredScore, type StoredScore } from '../lke/store.js';

/** A satker that TPI found to fulfil, with what TPI's score says. */
export interface ReadyLke {
  readonly id: number;
  readonly version: number;
  readonly target: Target;
  readonly stage: Stage;
  readonly satker: SatkerPlace & { readonly name: string };
  readonly score: StoredScore | null;
}

/** By code: every LKE of the year at a stage, with the stored score of TPI. */
export async function lkeAtStage(
  db: Db,
  year: number,
  stages: readonly Stage[],
): Promise<readonly ReadyLke[]> {
  const rows = await db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .leftJoin('score', (join) => join.onRef('score.lke_id', '=', 'lke.id').on('tier', '=', 'tpi'))
    .select(['lke.id', 'lke.version', 'lke.target', 'lke.stage'])
    .select(['satker.code', 'satker.name', 'satker.level', 'satker.province_code as provinceCode'])
    .select(['score.answered', 'score.total', 'score.total_sort', 'score.detail'])
    .where('lke.year', '=', year)
    .where('lke.stage', 'in', stages)
    .orderBy('satker.code')
    .execute();
  return rows.map(({ id, version, target, stage, code, name, level, provinceCode, ...score }) => ({
    id,
    version,
    target,
    stage: stage as Stage,
    satker: { code, name, level, provinceCode },
    score: isWhole(score) ? fromStoredScore(score) : null,
  }));
}

/** How many satker of each year are ready to be proposed; none where no one is. */
export async function readyByYear(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('lke')
    .select((eb) => ['lke.year', eb.fn.countAll<number>().as('count')])
    .where('lke.stage', '=', 'siap-diusulkan' satisfies Stage)
    .groupBy('lke.year')
    .execute();
  return new Map(rows.map(({ year, count }) => [year, count]));
}

type Columns = Parameters<typeof fromStoredScore>[0];

function isWhole(score: { [K in keyof Columns]: Columns[K] | null }): score is Columns {
  return score.detail !== null;
}

/** Satker of the year that hold a predikat nobody revoked: code → year and decree. */
export async function holdersOf(
  db: Db,
  kind: Target,
): Promise<ReadonlyMap<string, { readonly year: number; readonly decree: string }>> {
  const rows = await db
    .selectFrom('predikat')
    .select(['satker_code', 'year', 'decree_number'])
    .where('kind', '=', kind)
    .where('revoked_on', 'is', null)
    .orderBy('year')
    .execute();
  return new Map(
    rows.map((row) => [row.satker_code, { year: row.year, decree: row.decree_number }]),
  );
}
