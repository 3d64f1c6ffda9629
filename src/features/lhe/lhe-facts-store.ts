import { exactFromStored, type Exact } from '../../domain/exact.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { Db } from '../../db/store.js';
import type { OfRound } from './lhe-store.js';

/** What a satker reached in the years before. */
export interface EarlierYear {
  readonly year: number;
  readonly stage: Stage;
  readonly tier: Tier;
  readonly total: Exact;
}

/** The highest tier's total of each earlier LKE of the satker, newest year first. */
export async function earlierYears(
  db: Db,
  satkerCode: string,
  year: number,
): Promise<readonly EarlierYear[]> {
  const rows = await db
    .selectFrom('lke')
    .innerJoin('score', 'score.lke_id', 'lke.id')
    .select(['lke.year', 'lke.stage', 'score.tier', 'score.total'])
    .where('lke.satker_code', '=', satkerCode)
    .where('lke.year', '<', year)
    .orderBy('lke.year', 'desc')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    stage: row.stage as Stage,
    tier: row.tier,
    total: exactFromStored(row.total),
  }));
}

/** Who assessed for TPI, by how many indicators are theirs. */
export interface Assessor {
  readonly name: string;
  readonly indicators: number;
}

export async function assessorsOf(db: Db, lkeId: number): Promise<readonly Assessor[]> {
  return db
    .selectFrom('assessment')
    .innerJoin('answer', (join) =>
      join
        .onRef('answer.lke_id', '=', 'assessment.lke_id')
        .onRef('answer.tier', '=', 'assessment.tier')
        .onRef('answer.indicator_code', '=', 'assessment.indicator_code'),
    )
    .innerJoin('user', 'user.id', 'answer.updated_by')
    .select((eb) => ['user.name', eb.fn.countAll<number>().as('indicators')])
    .where('assessment.lke_id', '=', lkeId)
    .where('assessment.tier', '=', 'tpi')
    .groupBy(['user.id', 'user.name'])
    .orderBy('indicators', 'desc')
    .orderBy('user.name')
    .execute();
}

/** How many documents the newest submission brought, and for how many indicators. */
export async function submittedEvidence(
  db: Db,
  { lkeId, round }: OfRound,
): Promise<{ readonly documents: number; readonly indicators: number }> {
  const rows = await db
    .selectFrom('submission_evidence')
    .innerJoin('submission', 'submission.id', 'submission_evidence.submission_id')
    .select(['submission_evidence.indicator_code as code', 'evidence_id as evidence'])
    .where('submission.lke_id', '=', lkeId)
    .where('submission.number', '=', round)
    .execute();
  return {
    documents: new Set(rows.map(({ evidence }) => evidence)).size,
    indicators: new Set(rows.map(({ code }) => code)).size,
  };
}
