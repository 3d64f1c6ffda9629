import type { Db, Tx } from '../../db/store.js';

/** One share link of one LKE. */
export interface ShareLink {
  readonly id: number;
  readonly lkeId: number;
  readonly label: string;
  readonly endsOn: string;
  readonly inFeed: boolean;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly revokedByName: string | null;
  readonly revokedAt: string | null;
}

/** Open through its last day, unless it was revoked. `today` is that of the satker. */
export function isOpen(link: Pick<ShareLink, 'endsOn' | 'revokedAt'>, today: string): boolean {
  return link.revokedAt === null && link.endsOn >= today;
}

/** Every link of an LKE, newest first. */
export async function linksOf(db: Db, lkeId: number): Promise<readonly ShareLink[]> {
  const rows = await selectLinks(db)
    .where('lke_id', '=', lkeId)
    .orderBy('share_link.id', 'desc')
    .execute();
  return rows.map(linkOf);
}

/** The open link whose addresses stand in the feed: the newest of them. */
export async function feedLinkOf(db: Db, lkeId: number, today: string): Promise<ShareLink | null> {
  const links = await linksOf(db, lkeId);
  return links.find((link) => link.inFeed && isOpen(link, today)) ?? null;
}

export interface SharedPlace {
  readonly link: ShareLink;
  readonly satkerCode: string;
  readonly satkerName: string;
  readonly timeZone: string;
  readonly year: number;
  readonly instrumentId: string;
}

/** A link with the LKE it opens; whether it still does, the caller asks. */
export async function findSharedPlace(db: Db, id: number): Promise<SharedPlace | null> {
  const row = await selectLinks(db)
    .innerJoin('lke', 'lke.id', 'share_link.lke_id')
    .innerJoin('year', 'year.year', 'lke.year')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['satker.code', 'satker.name', 'satker.time_zone', 'lke.year', 'year.instrument_id'])
    .where('share_link.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    link: linkOf(row),
    satkerCode: row.code,
    satkerName: row.name,
    timeZone: row.time_zone,
    year: row.year,
    instrumentId: row.instrument_id,
  };
}

/** What a form made already. */
export async function linkOfForm(tx: Tx, formKey: string): Promise<ShareLink | null> {
  const row = await selectLinks(tx).where('form_key', '=', formKey).executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}

export interface NewLink extends Omit<ShareLink, 'id' | 'revokedAt' | 'revokedByName'> {
  readonly formKey: string;
  readonly createdBy: number | null;
}

export async function insertShareLink(tx: Tx, added: NewLink): Promise<number> {
  const { id } = await tx
    .insertInto('share_link')
    .values({
      lke_id: added.lkeId,
      label: added.label,
      ends_on: added.endsOn,
      in_feed: added.inFeed ? 1 : 0,
      form_key: added.formKey,
      created_by: added.createdBy,
      created_by_name: added.createdByName,
      created_at: added.createdAt,
      revoked_by_name: null,
      revoked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function markRevoked(tx: Tx, id: number, by: string, at: string): Promise<void> {
  await tx
    .updateTable('share_link')
    .set({ revoked_by_name: by, revoked_at: at })
    .where('id', '=', id)
    .execute();
}

export interface ShareUses {
  readonly pages: number;
  readonly files: number;
  readonly lastAt: string;
}

/** How often each link of an LKE was used, by id; the history itself is what is counted. */
export async function usesOf(
  db: Db,
  satkerCode: string,
  year: number,
): Promise<ReadonlyMap<number, ShareUses>> {
  const rows = await db
    .selectFrom('history')
    .select((eb) => ['subject', 'action', eb.fn.countAll<number>().as('count')])
    .select((eb) => eb.fn.max('at').as('last'))
    .where('satker_code', '=', satkerCode)
    .where('year', '=', year)
    .where('action', 'in', ['share.open', 'share.file'])
    .groupBy(['subject', 'action'])
    .execute();
  const uses = new Map<number, ShareUses>();
  for (const { subject, action, count, last } of rows) {
    const id = Number(subject);
    const known = uses.get(id) ?? { pages: 0, files: 0, lastAt: '' };
    uses.set(id, {
      pages: known.pages + (action === 'share.open' ? count : 0),
      files: known.files + (action === 'share.file' ? count : 0),
      lastAt: known.lastAt > last ? known.lastAt : last,
    });
  }
  return uses;
}

function selectLinks(db: Db) {
  return db
    .selectFrom('share_link')
    .select([
      'share_link.id',
      'share_link.lke_id',
      'share_link.label',
      'share_link.ends_on',
      'share_link.in_feed',
      'share_link.created_by_name',
      'share_link.created_at',
      'share_link.revoked_by_name',
      'share_link.revoked_at',
    ]);
}

type LinkRow = Awaited<ReturnType<ReturnType<typeof selectLinks>['executeTakeFirstOrThrow']>>;

function linkOf(row: LinkRow): ShareLink {
  return {
    id: row.id,
    lkeId: row.lke_id,
    label: row.label,
    endsOn: row.ends_on,
    inFeed: row.in_feed === 1,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    revokedByName: row.revoked_by_name,
    revokedAt: row.revoked_at,
  };
}
