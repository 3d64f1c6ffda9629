import type { ExpressionBuilder } from 'kysely';
import type { Scope } from '../../domain/access/scope.js';
import { WORK_ACTIONS } from '../../domain/lke/history-actions.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Database } from '../../db/schema.js';
import { inScope } from '../../db/satker-scope.js';
import type { Db } from '../../db/store.js';
import { scoreColumns, type JoinedScore, type ScoreColumns } from './stored-score.js';

/** One satker of the list with its LKE of the year, if that is open. */
export interface ListedSatker {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly timeZone: string;
  readonly lke: ListedLke | null;
}

export interface ListedLke {
  readonly target: Target;
  readonly stage: Stage;
  readonly score: ScoreColumns | null;
  /** Instant of the last change of an answer or an evidence. */
  readonly lastActivity: string | null;
}

/** Every satker in scope with its LKE and stored score of the year, in one query. */
export async function listInScope(
  db: Db,
  scope: Scope,
  year: number,
): Promise<readonly ListedSatker[]> {
  const rows = await db
    .selectFrom('satker')
    .leftJoin('lke', (join) =>
      join.onRef('lke.satker_code', '=', 'satker.code').on('lke.year', '=', year),
    )
    .leftJoin('score', (join) =>
      join.onRef('score.lke_id', '=', 'lke.id').on('score.tier', '=', 'mandiri'),
    )
    .select((eb) => [
      'satker.code',
      'satker.name',
      'satker.province_code',
      'satker.time_zone',
      'lke.target',
      'lke.stage',
      'score.answered',
      'score.total',
      'score.total_sort',
      'score.detail',
      lastActivityOf(eb, year).as('last_activity'),
    ])
    .where((eb) => inScope(eb, scope))
    .orderBy('satker.code')
    .execute();
  return rows.map((row) => {
    const { code, name, province_code: provinceCode, time_zone: timeZone } = row;
    return { code, name, provinceCode, timeZone, lke: lkeOf(row) };
  });
}

/** The first satker in scope, at most `limit`: enough to see whether there is one or several. */
export async function firstInScope(
  db: Db,
  scope: Scope,
  limit: number,
): Promise<readonly { code: string; name: string }[]> {
  return db
    .selectFrom('satker')
    .select(['code', 'name'])
    .where((eb) => inScope(eb, scope))
    .orderBy('code')
    .limit(limit)
    .execute();
}

/** Newest year for which this satker has an LKE, or null. */
export async function newestYearOf(db: Db, satkerCode: string): Promise<number | null> {
  const row = await db
    .selectFrom('lke')
    .select('year')
    .where('satker_code', '=', satkerCode)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.year ?? null;
}

/** Names of KPU Provinsi by province code; the centre has none. */
export async function provinceNames(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('satker')
    .select(['code', 'name'])
    .where('code', 'in', codes)
    .where('level', '=', 'provinsi')
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** When the satker itself last worked on one LKE. */
export async function lastActivity(
  db: Db,
  satkerCode: string,
  year: number,
): Promise<{ at: string; by: string } | null> {
  const row = await db
    .selectFrom('history')
    .select(['at', 'actor_name as by'])
    .where('satker_code', '=', satkerCode)
    .where('year', '=', year)
    .where('action', 'in', WORK_ACTIONS)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

function lastActivityOf(eb: ExpressionBuilder<Database, 'satker'>, year: number) {
  return eb
    .selectFrom('history')
    .select('history.at')
    .whereRef('history.satker_code', '=', 'satker.code')
    .where('history.year', '=', year)
    .where('history.action', 'in', WORK_ACTIONS)
    .orderBy('history.seq', 'desc')
    .limit(1);
}

interface LkeColumns extends JoinedScore {
  readonly target: Target | null;
  readonly stage: string | null;
  readonly last_activity: string | null;
}

function lkeOf(row: LkeColumns): ListedLke | null {
  if (row.target === null || row.stage === null) return null;
  return {
    target: row.target,
    stage: row.stage as Stage,
    score: scoreColumns(row),
    lastActivity: row.last_activity,
  };
}
