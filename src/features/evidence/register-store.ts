import { sql, type Expression, type SqlBool } from 'kysely';
import type { Db } from '../../db/store.js';

export const REGISTER_FILTERS = [
  'semua',
  'belum-dipakai',
  'ganda',
  'kedaluwarsa',
  'tautan',
  'tanpa-butir',
  'ditarik',
] as const;
export type RegisterFilter = (typeof REGISTER_FILTERS)[number];

export const REGISTER_SORTS = ['nama', 'dokumen', 'dipakai', 'ukuran', 'ditambahkan'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

export interface RegisterQuery {
  readonly satkerCode: string;
  /** LKE whose links are counted. */
  readonly lkeId: number;
  readonly search: string;
  /** "" for every kind. */
  readonly kind: string;
  readonly filter: RegisterFilter;
  readonly today: string;
  /** Only what can be linked to this indicator: not linked yet, content there. */
  readonly linkableTo?: string;
}

export interface RegisterRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly withdrawnAt: string | null;
  readonly number: number;
  readonly type: 'file' | 'link';
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly url: string | null;
  readonly documentDay: string | null;
  readonly validUntil: string | null;
  readonly purgedAt: string | null;
  readonly addedAt: string;
  readonly addedBy: string | null;
  /** Indicators of this LKE it is linked to. */
  readonly uses: number;
  /** The same bytes or address stand in another evidence of this satker. */
  readonly isDuplicate: boolean;
}

export interface RegisterSlice {
  readonly sort: RegisterSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export async function countRegister(db: Db, query: RegisterQuery): Promise<number> {
  const row = await filtered(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function listRegister(
  db: Db,
  query: RegisterQuery,
  slice: RegisterSlice,
): Promise<readonly RegisterRow[]> {
  const rows = await selected(db, query)
    .orderBy(SORT_COLUMNS[slice.sort], slice.descending ? 'desc' : 'asc')
    .orderBy('evidence.id', 'desc')
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
  return rows.map(rowOf);
}

function selected(db: Db, query: RegisterQuery) {
  return filtered(db, query)
    .leftJoin('user', 'user.id', 'newest.created_by')
    .select([
      'evidence.id',
      'evidence.name',
      'evidence.kind',
      'evidence.withdrawn_at',
      'newest.number',
      'newest.type',
      'newest.file_name',
      'newest.media_type',
      'newest.size',
      'newest.url',
      'newest.document_day',
      'newest.valid_until',
      'newest.purged_at',
      'newest.created_at',
      'user.name as user_name',
      usesIn(query.lkeId).as('uses'),
      sql<number>`case when ${isDuplicate(query.satkerCode)} then 1 else 0 end`.as('is_duplicate'),
    ]);
}

type RawRow = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

function rowOf(row: RawRow): RegisterRow {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    withdrawnAt: row.withdrawn_at,
    number: row.number,
    type: row.type,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    url: row.url,
    documentDay: row.document_day,
    validUntil: row.valid_until,
    purgedAt: row.purged_at,
    addedAt: row.created_at,
    addedBy: row.user_name,
    uses: row.uses,
    isDuplicate: row.is_duplicate === 1,
  };
}

const SORT_COLUMNS = {
  nama: sql`lower(evidence.name)`,
  dokumen: sql`coalesce(newest.document_day, '')`,
  dipakai: sql`uses`,
  ukuran: sql`coalesce(newest.size, 0)`,
  ditambahkan: sql`newest.created_at`,
} as const;

/** Every evidence of the satker with its newest version, as far as the query wants it. */
function filtered(db: Db, query: RegisterQuery) {
  const { satkerCode, kind } = query;
  return db
    .selectFrom('evidence')
    .innerJoin('evidence_version as newest', (join) =>
      join
        .onRef('newest.evidence_id', '=', 'evidence.id')
        .on(
          sql<SqlBool>`newest.number = (select max(number) from evidence_version where evidence_id = evidence.id)`,
        ),
    )
    .where('evidence.satker_code', '=', satkerCode)
    .where('evidence.withdrawn_at', query.filter === 'ditarik' ? 'is not' : 'is', null)
    .$if(kind !== '', (qb) => qb.where('evidence.kind', '=', kind))
    .$if(query.search !== '', (qb) => qb.where(matches(query)))
    .$if(query.linkableTo !== undefined, (qb) => qb.where(isLinkable(query)))
    .where(condition(query));
}

function condition({ filter, satkerCode, lkeId, today }: RegisterQuery): Expression<SqlBool> {
  switch (filter) {
    case 'semua':
    case 'ditarik':
      return sql<SqlBool>`1 = 1`;
    case 'belum-dipakai':
      return sql<SqlBool>`${usesIn(lkeId)} = 0`;
    case 'ganda':
      return isDuplicate(satkerCode);
    case 'kedaluwarsa':
      return sql<SqlBool>`newest.valid_until < ${today}`;
    case 'tautan':
      return sql<SqlBool>`newest.type = 'link'`;
    case 'tanpa-butir':
      return sql<SqlBool>`exists (select 1 from evidence_link l where l.evidence_id = evidence.id
        and l.lke_id = ${lkeId} and l.checklist_code is null)`;
  }
}

function usesIn(lkeId: number) {
  return sql<number>`(select count(*) from evidence_link l
    where l.evidence_id = evidence.id and l.lke_id = ${lkeId})`;
}

/** Looks within the satker only: what others hold stays theirs. */
function isDuplicate(satkerCode: string): Expression<SqlBool> {
  return sql<SqlBool>`(newest.purged_at is null and evidence.withdrawn_at is null
    and (newest.sha256 in (${heldTwice(satkerCode, 'sha256')})
      or newest.url in (${heldTwice(satkerCode, 'url')})))`;
}

/** Hashes or addresses that stand in more than one evidence; asked once, not for every row. */
function heldTwice(satkerCode: string, column: 'sha256' | 'url') {
  const content = sql.ref(`v.${column}`);
  return sql`select ${content} from evidence_version v
    join evidence owner on owner.id = v.evidence_id
    where owner.satker_code = ${satkerCode} and owner.withdrawn_at is null
      and v.purged_at is null and ${content} is not null
    group by ${content} having count(distinct v.evidence_id) > 1`;
}

/** By name, file name, address, or the beginning of an indicator's code. */
function matches({ search, lkeId }: RegisterQuery): Expression<SqlBool> {
  const term = search.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const anywhere = `%${term}%`;
  return sql<SqlBool>`(lower(evidence.name) like ${anywhere} escape '\\'
    or lower(newest.file_name) like ${anywhere} escape '\\'
    or lower(newest.url) like ${anywhere} escape '\\'
    or exists (select 1 from evidence_link l where l.evidence_id = evidence.id
      and l.lke_id = ${lkeId} and lower(l.indicator_code) like ${`${term}%`} escape '\\'))`;
}

function isLinkable({ lkeId, linkableTo = '' }: RegisterQuery): Expression<SqlBool> {
  return sql<SqlBool>`(newest.purged_at is null and not exists (select 1 from evidence_link l
    where l.evidence_id = evidence.id and l.lke_id = ${lkeId}
      and l.indicator_code = ${linkableTo}))`;
}
