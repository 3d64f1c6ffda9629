import type { ExpressionBuilder } from 'kysely';
import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Scope } from '../../domain/access/scope.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { SentBackBy } from '../../domain/lke/stage-end.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Database } from '../../db/schema.js';
import { inScope } from '../../db/satker-scope.js';
import type { Db } from '../../db/store.js';
import { lastMoveOf, SENT_BACK_BY, type ScoreColumns } from '../lke/store.js';

export { oversightRules, type OversightRules } from './rules.js';

/** One satker with its LKE of a year and the stored score of every tier that has one. */
export interface WatchedSatker {
  readonly place: SatkerPlace & { readonly name: string; readonly timeZone: string };
  readonly lke: WatchedLke | null;
}

export interface WatchedLke {
  readonly id: number;
  readonly target: Target;
  readonly stage: Stage;
  readonly stageSince: string;
  /** Instant of the last thing that happened to it. */
  readonly lastActivity: string | null;
  /** The return that holds it open. */
  readonly returned: { readonly tier: 'pendahuluan' | 'tpi'; readonly at: string } | null;
  readonly sentBack: SentBackBy;
  /** The letter that hands it over to TPI is recorded as sent. */
  readonly isLetterSent: boolean;
  readonly scores: Partial<Record<Tier, ScoreColumns>>;
  /** TPN's field score where it was recorded as totals; decimals as text. */
  readonly tpnTotals: TpnTotals | null;
}

export interface TpnTotals {
  readonly total: string;
  readonly pengungkit: string | null;
  readonly hasil: string | null;
}

/** Everything in scope of a year, of one province or of all, in two queries over stored scores. */
export async function readWatched(
  db: Db,
  scope: Scope,
  year: number,
  provinceCode: string | null,
): Promise<readonly WatchedSatker[]> {
  const rows = await selectWatched(db, scope, year, provinceCode);
  const scores = new Map<number, Partial<Record<Tier, ScoreColumns>>>();
  for (const { lke_id, tier, ...score } of await selectScores(db, scope, year, provinceCode)) {
    const known = scores.get(lke_id) ?? {};
    known[tier] = score;
    scores.set(lke_id, known);
  }
  return rows.map((row) => ({
    place: {
      code: row.code,
      provinceCode: row.province_code,
      level: row.level,
      name: row.name,
      timeZone: row.time_zone,
    },
    lke: lkeOf(row, scores),
  }));
}

function selectWatched(db: Db, scope: Scope, year: number, provinceCode: string | null) {
  return db
    .selectFrom('satker')
    .leftJoin('lke', (join) =>
      join.onRef('lke.satker_code', '=', 'satker.code').on('lke.year', '=', year),
    )
    .leftJoin('lke_return', (join) =>
      join
        .onRef('lke_return.lke_id', '=', 'lke.id')
        .on('lke_return.closed_at', 'is', null)
        .on('lke_return.opened', '=', 1),
    )
    .leftJoin('tpn_result', 'tpn_result.lke_id', 'lke.id')
    .select(['tpn_result.total as tpn_total', 'tpn_result.pengungkit', 'tpn_result.hasil'])
    .select([
      'satker.code',
      'satker.name',
      'satker.province_code',
      'satker.level',
      'satker.time_zone',
      'lke.id',
      'lke.target',
      'lke.stage',
      'lke.stage_since',
      'lke.created_at',
      'lke_return.tier as returned_by',
      'lke_return.returned_at',
    ])
    .select(SENT_BACK_BY.as('sent_back'))
    .select((eb) => [lastMoveOf(eb).as('last_activity'), letterOf(eb).as('letter_sent')])
    .where((eb) => inScope(eb, scope))
    .$if(provinceCode !== null, (query) =>
      query.where('satker.province_code', '=', provinceCode ?? ''),
    )
    .orderBy('satker.code')
    .execute();
}

/** When the letter of the newest decision of the first assessors went out. */
function letterOf(eb: ExpressionBuilder<Database, 'lke'>) {
  return eb
    .selectFrom('lke_decision')
    .select('lke_decision.letter_recorded_at')
    .whereRef('lke_decision.lke_id', '=', 'lke.id')
    .where('lke_decision.tier', '=', 'pendahuluan')
    .orderBy('lke_decision.id', 'desc')
    .limit(1);
}

function selectScores(db: Db, scope: Scope, year: number, provinceCode: string | null) {
  return db
    .selectFrom('score')
    .innerJoin('lke', 'lke.id', 'score.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['score.lke_id', 'score.tier', 'score.answered', 'score.total'])
    .select(['score.total_sort', 'score.detail'])
    .where('lke.year', '=', year)
    .where((eb) => inScope(eb, scope))
    .$if(provinceCode !== null, (query) =>
      query.where('satker.province_code', '=', provinceCode ?? ''),
    )
    .execute();
}

/** Names of the provinces by code, whoever may see their satker. */
export async function namesOfProvinces(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('satker')
    .select(['province_code', 'name'])
    .where('level', '!=', 'kabupaten/kota')
    .execute();
  return new Map(rows.map((row) => [row.province_code, row.name]));
}

type Row = Awaited<ReturnType<typeof selectWatched>>[number];

function lkeOf(
  row: Row,
  scores: ReadonlyMap<number, Partial<Record<Tier, ScoreColumns>>>,
): WatchedLke | null {
  const { id, target, stage, created_at, returned_by, returned_at, pengungkit, hasil } = row;
  if (id === null || target === null || stage === null || created_at === null) return null;
  return {
    id,
    target,
    stage: stage as Stage,
    stageSince: row.stage_since ?? created_at,
    lastActivity: row.last_activity,
    returned:
      returned_by === null || returned_at === null ? null : { tier: returned_by, at: returned_at },
    sentBack: row.sent_back,
    isLetterSent: row.letter_sent !== null,
    scores: scores.get(id) ?? {},
    tpnTotals: row.tpn_total === null ? null : { total: row.tpn_total, pengungkit, hasil },
  };
}
