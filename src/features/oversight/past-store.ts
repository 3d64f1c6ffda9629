import type { Tier } from '../../domain/access/tiers.js';
import type { Db } from '../../db/store.js';
import { dayIn } from '../../text/format.js';

/** The score of one tier as it stood at the end of a day. */
export interface DayScore {
  readonly answered: number;
  /** Exact, as a fraction. */
  readonly total: string;
}

/** Scores of a year as they stood at the end of a day. */
export interface Past {
  /** By {@link dayKey}; none where there was none yet. */
  readonly scores: ReadonlyMap<string, DayScore>;
  /** Totals that TPN had recorded, as decimals, by LKE. */
  readonly totals: ReadonlyMap<number, string>;
}

export async function pastAt(db: Db, year: number, day: string): Promise<Past> {
  return { scores: await scoresAt(db, year, day), totals: await totalsAt(db, year, day) };
}

export function dayKey(lkeId: number, tier: Tier): string {
  return `${lkeId} ${tier}`;
}

async function scoresAt(db: Db, year: number, day: string): Promise<Past['scores']> {
  const rows = await db
    .selectFrom('score_day')
    .innerJoin('lke', 'lke.id', 'score_day.lke_id')
    .select(['score_day.lke_id', 'score_day.tier', 'score_day.answered', 'score_day.total'])
    .where('lke.year', '=', year)
    .where('score_day.day', '=', (eb) =>
      eb
        .selectFrom('score_day as other')
        .select((inner) => inner.fn.max('other.day').as('day'))
        .whereRef('other.lke_id', '=', 'score_day.lke_id')
        .whereRef('other.tier', '=', 'score_day.tier')
        .where('other.day', '<=', day),
    )
    .execute();
  return new Map(
    rows.map(({ lke_id, tier, answered, total }) => [dayKey(lke_id, tier), { answered, total }]),
  );
}

/** Only the newest totals are kept; what stood before them is in the history. */
async function totalsAt(db: Db, year: number, day: string): Promise<Past['totals']> {
  const rows = await db
    .selectFrom('tpn_result')
    .innerJoin('lke', 'lke.id', 'tpn_result.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .innerJoin('history', (join) =>
      join
        .onRef('history.satker_code', '=', 'lke.satker_code')
        .onRef('history.year', '=', 'lke.year'),
    )
    .select(['lke.id', 'satker.time_zone as zone', 'history.at', 'history.after'])
    .where('lke.year', '=', year)
    .where('history.action', 'in', ['tpn.totals', 'tpn.clear'])
    .orderBy('history.seq')
    .execute();
  const known = rows.filter(({ at, zone }) => dayIn(new Date(at), zone) <= day);
  const newest = new Map(known.map(({ id, after }) => [id, after]));
  return new Map(
    [...newest].flatMap(([id, after]) => (after === null ? [] : [[id, totalOf(after)]])),
  );
}

function totalOf(after: string): string {
  const { tpnTotal } = JSON.parse(after) as { tpnTotal?: unknown };
  if (typeof tpnTotal !== 'string') throw new Error('the history names totals without a total');
  return tpnTotal;
}
