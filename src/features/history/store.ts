import { sql } from 'kysely';
import type { Tier } from '../../domain/access/tiers.js';
import type { HistoryTable } from '../../db/schema.js';
import type { Db } from '../../db/store.js';

/** What the history of one LKE is narrowed by; null or "" means not. */
export interface HistoryFilter {
  readonly satkerCode: string;
  readonly year: number;
  readonly actor: string;
  /** Nouns of actions ("answer"), or none for all. */
  readonly nouns: readonly string[];
  readonly search: string;
  /** Tiers whose work the reader does not see now (visibleTiers). */
  readonly hiddenTiers: readonly Tier[];
  /** Of these, what stood before the newest submission had come back with it and stays to be read. */
  readonly hiddenAfter: number;
  /** Drafts of letters are their writer's until they go out. */
  readonly seesDrafts: boolean;
  /** Instants, from (inclusive) to (exclusive). */
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a page of the list stands: below or above an entry, or at the newest. */
export interface HistoryPlace {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Entries of one satker: those of the year and those of no year (team, details, predikat), with
 * what was decided for the year as a whole. Never another satker's. Newest first.
 */
export async function listHistory(
  db: Db,
  filter: HistoryFilter,
  place: HistoryPlace,
  limit: number,
): Promise<readonly HistoryTable[]> {
  let query = narrowed(db, filter).selectAll().limit(limit);
  if (place.before !== null) query = query.where('seq', '<', place.before);
  if (place.after === null) return query.orderBy('seq', 'desc').execute();
  const upwards = await query.where('seq', '>', place.after).orderBy('seq').execute();
  return upwards.reverse();
}

export async function countHistory(db: Db, filter: HistoryFilter): Promise<number> {
  const row = await narrowed(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Everybody who stands in this history, by name. */
export async function listActors(db: Db, filter: OfLke): Promise<readonly string[]> {
  const rows = await entriesOf(db, filter)
    .select('actor_name')
    .distinct()
    .orderBy('actor_name')
    .execute();
  return rows.map((row) => row.actor_name);
}

type OfLke = Omit<HistoryFilter, 'actor' | 'nouns' | 'search' | 'from' | 'to'>;

/** Two arms, so that each is found through the index of satker and number. */
function entriesOf(db: Db, of: OfLke) {
  const { satkerCode, year, hiddenTiers, hiddenAfter, seesDrafts } = of;
  let own = db
    .selectFrom('history')
    .selectAll()
    .where('satker_code', '=', satkerCode)
    .where((eb) => eb.or([eb('year', '=', year), eb('year', 'is', null)]));
  if (!seesDrafts) own = own.where('action', '!=', 'letter.draft');
  for (const tier of hiddenTiers) {
    // What is recorded of TPN is named after it; of the others the subject names the tier.
    own = own.where('action', 'not like', likeOf(tier));
    own = own.where((eb) =>
      eb.or([
        eb('seq', '<=', hiddenAfter),
        eb.and([
          eb('action', 'not like', 'assessment.%'),
          eb('action', 'not like', 'note.%'),
          eb('action', 'not like', 'lhe.%'),
          eb('action', '!=', 'lke.return'),
        ]),
        eb('subject', 'not like', `${tier} %`),
      ]),
    );
  }
  const national = db
    .selectFrom('history')
    .selectAll()
    .where('satker_code', 'is', null)
    .where('year', '=', year)
    .where((eb) => eb.or([eb('action', 'like', 'year.%'), eb('action', 'like', 'wording.%')]));
  return db.selectFrom(own.unionAll(national).as('entry'));
}

function narrowed(db: Db, filter: HistoryFilter) {
  let query = entriesOf(db, filter);
  if (filter.actor !== '') query = query.where('actor_name', '=', filter.actor);
  if (filter.from !== null) query = query.where('at', '>=', filter.from);
  if (filter.to !== null) query = query.where('at', '<', filter.to);
  if (filter.nouns.length > 0) {
    query = query.where((eb) =>
      eb.or(filter.nouns.map((noun) => eb('action', 'like', likeOf(noun)))),
    );
    if (!filter.nouns.includes(IMPORT)) query = query.where('action', 'not like', likeOf(IMPORT));
  }
  if (filter.search === '') return query;
  const words = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`.toLowerCase();
  // What an entry says is searched for answers and evidence only: accounts keep addresses.
  return query.where(
    sql<boolean>`(lower(subject) LIKE ${words} ESCAPE '\\'
      OR ((action LIKE 'answer.%' OR action LIKE 'evidence.%' OR action LIKE 'lke.import%')
        AND lower(coalesce(before, '') || coalesce(after, '')) LIKE ${words} ESCAPE '\\'))`,
  );
}

/** Imports are changes of answers and are told among them, not among those of the LKE itself. */
const IMPORT = 'lke.import';

/** A noun stands for all its actions, a whole action for itself and its variants. */
function likeOf(noun: string): string {
  return noun.includes('.') ? `${noun}%` : `${noun}.%`;
}
