import type { Db } from '../../db/store.js';
import type { Content } from './content.js';

/** What is asked before evidence is written, in the same transaction. */

/** Links of one indicator that count towards its limit; withdrawn evidence does not. */
export async function countLinks(db: Db, lkeId: number, code: string): Promise<number> {
  const row = await db
    .selectFrom('evidence_link')
    .innerJoin('evidence', 'evidence.id', 'evidence_link.evidence_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence_link.indicator_code', '=', code)
    .where('evidence.withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Bytes a satker keeps of one year: every content once, purged ones not at all. */
export async function usedBytes(db: Db, satkerCode: string, year: number): Promise<number> {
  const contents = db
    .selectFrom('evidence_version')
    .innerJoin('evidence', 'evidence.id', 'evidence_version.evidence_id')
    .select(['evidence_version.sha256', 'evidence_version.size'])
    .distinct()
    .where('evidence.satker_code', '=', satkerCode)
    .where('evidence_version.year', '=', year)
    .where('evidence_version.type', '=', 'file')
    .where('evidence_version.purged_at', 'is', null);
  const row = await db
    .selectFrom(contents.as('content'))
    .select((eb) => eb.fn.sum<number | null>('content.size').as('bytes'))
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

export interface SameContent {
  readonly evidenceId: number;
  readonly name: string;
  readonly version: number;
}

/**
 * Evidence of the same satker that already holds this content, oldest first. Another satker's
 * holdings are never looked at: an upload reveals nothing of them.
 */
export async function findSame(
  db: Db,
  satkerCode: string,
  content: Content,
): Promise<readonly SameContent[]> {
  const query = db
    .selectFrom('evidence_version')
    .innerJoin('evidence', 'evidence.id', 'evidence_version.evidence_id')
    .select(['evidence.id', 'evidence.name', 'evidence_version.number'])
    .where('evidence.satker_code', '=', satkerCode)
    .where('evidence.withdrawn_at', 'is', null)
    .where('evidence_version.purged_at', 'is', null)
    .orderBy('evidence.id')
    .orderBy('evidence_version.number', 'desc');
  const rows = await (
    content.type === 'file'
      ? query.where('evidence_version.sha256', '=', content.sha256)
      : query.where('evidence_version.url', '=', content.url)
  ).execute();
  const first = new Map<number, SameContent>();
  for (const { id, name, number } of rows) {
    if (!first.has(id)) first.set(id, { evidenceId: id, name, version: number });
  }
  return [...first.values()];
}

/** The link of an evidence to an indicator, if it has one, with what its version holds. */
export async function findLinkTo(db: Db, lkeId: number, code: string, evidenceId: number) {
  const row = await db
    .selectFrom('evidence_link')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .select(['evidence_version.number', 'evidence_version.sha256', 'evidence_version.url'])
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence_link.indicator_code', '=', code)
    .where('evidence_link.evidence_id', '=', evidenceId)
    .executeTakeFirst();
  return row ?? null;
}
