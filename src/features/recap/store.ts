import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Tier } from '../../domain/access/tiers.js';
import { exactFromDecimal, type Exact } from '../../domain/exact.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Db } from '../../db/store.js';
import { scoreColumns, type JoinedScore, type ScoreColumns } from '../lke/store.js';

/** One satker of a province with its LKE of the year, if that is open. */
export interface ProvinceSatker {
  readonly place: SatkerPlace & { readonly name: string; readonly timeZone: string };
  readonly lke: null | {
    readonly id: number;
    readonly target: Target;
    readonly stage: Stage;
    readonly score: ScoreColumns | null;
  };
}

/** Every satker of the province by code with the stored score of a tier, in one query. */
export async function readProvince(
  db: Db,
  provinceCode: string,
  year: number,
  tier: Tier,
): Promise<readonly ProvinceSatker[]> {
  const rows = await db
    .selectFrom('satker')
    .leftJoin('lke', (join) =>
      join.onRef('lke.satker_code', '=', 'satker.code').on('lke.year', '=', year),
    )
    .leftJoin('score', (join) =>
      join.onRef('score.lke_id', '=', 'lke.id').on('score.tier', '=', tier),
    )
    .select(['satker.code', 'satker.name', 'satker.province_code', 'satker.level'])
    .select(['satker.time_zone', 'lke.id', 'lke.target', 'lke.stage'])
    .select(['score.answered', 'score.total', 'score.total_sort', 'score.detail'])
    .where('satker.province_code', '=', provinceCode)
    .orderBy('satker.code')
    .execute();
  return rows.map((row) => {
    const { code, name, province_code: provinceCode, level, time_zone: timeZone } = row;
    return { place: { code, name, provinceCode, level, timeZone }, lke: lkeOf(row) };
  });
}

/** Answers to some indicators of many LKE at once; a stored score does not keep single points. */
export async function readAnswersOf(
  db: Db,
  lkeIds: readonly number[],
  tier: Tier,
  codes: readonly IndicatorCode[],
): Promise<ReadonlyMap<number, ReadonlyMap<IndicatorCode, AnswerValue>>> {
  const found = new Map<number, Map<IndicatorCode, AnswerValue>>();
  if (lkeIds.length === 0) return found;
  const rows = await db
    .selectFrom('answer')
    .select(['lke_id', 'indicator_code', 'value'])
    .where('lke_id', 'in', lkeIds)
    .where('tier', '=', tier)
    .where('indicator_code', 'in', codes)
    .where('value', 'is not', null)
    .execute();
  for (const row of rows) {
    const answers = found.get(row.lke_id) ?? new Map<IndicatorCode, AnswerValue>();
    const value = JSON.parse(row.value ?? 'null') as AnswerValue;
    found.set(row.lke_id, answers.set(row.indicator_code as IndicatorCode, value));
  }
  return found;
}

interface LkeColumns extends JoinedScore {
  readonly id: number | null;
  readonly target: Target | null;
  readonly stage: string | null;
}

function lkeOf(row: LkeColumns): ProvinceSatker['lke'] {
  const { id, target, stage } = row;
  if (id === null || target === null || stage === null) return null;
  return { id, target, stage: stage as Stage, score: scoreColumns(row) };
}

/** One tier's stored score of one LKE. */
export interface TierScore {
  readonly lkeId: number;
  readonly tier: Tier;
  readonly columns: ScoreColumns;
}

/** What the tiers after the satker's own have stored for a province's LKE of the year. */
export async function readFurtherScores(
  db: Db,
  provinceCode: string,
  year: number,
): Promise<readonly TierScore[]> {
  const rows = await db
    .selectFrom('score')
    .innerJoin('lke', 'lke.id', 'score.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['lke.id', 'score.tier', 'score.answered', 'score.total'])
    .select(['score.total_sort', 'score.detail'])
    .where('satker.province_code', '=', provinceCode)
    .where('lke.year', '=', year)
    .where('score.tier', '!=', 'mandiri')
    .execute();
  return rows.map(({ id, tier, ...columns }) => ({ lkeId: id, tier, columns }));
}

/** TPN's field scores that were recorded as totals, by LKE. */
export async function readFieldTotals(
  db: Db,
  provinceCode: string,
  year: number,
): Promise<ReadonlyMap<number, Exact>> {
  const rows = await db
    .selectFrom('tpn_result')
    .innerJoin('lke', 'lke.id', 'tpn_result.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['lke.id', 'tpn_result.total'])
    .where('satker.province_code', '=', provinceCode)
    .where('lke.year', '=', year)
    .execute();
  return new Map(rows.map(({ id, total }) => [id, exactFromDecimal(total)]));
}
