import type { EvidenceLimits, LinkedEvidence } from '../../web/answer-evidence.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';
import { defaultSettings } from './settings.js';

export { evidenceKinds } from './settings.js';
/** For changes that are decided as a whole, in a transaction and a history entry of their own. */
export { parseLinks } from './parse-link.js';
export { findEvidence, usesOf } from './evidence-store.js';
export { registerFacts, type RegisterEntry, type RegisterFacts } from './register-facts-store.js';
export {
  deleteLink,
  insertEvidence,
  insertLink,
  insertVersion,
  setWithdrawn,
} from './write-store.js';

/** What other features read of evidence. Withdrawn evidence proves nothing and is never among it. */

/** Evidence of one indicator of one LKE, oldest link first; purged ones are marked. */
export async function evidenceOfIndicator(
  db: Db,
  lkeId: number,
  code: string,
): Promise<readonly LinkedEvidence[]> {
  const rows = await linkedQuery(db, lkeId)
    .where('evidence_link.indicator_code', '=', code)
    .orderBy('evidence_link.id')
    .execute();
  return rows.map(linkedOf);
}

/** Every link of the LKE that proves something (not withdrawn, bytes there), for the worksheet. */
export async function evidenceOfLke(db: Db, lkeId: number): Promise<readonly LinkedEvidence[]> {
  const rows = await linkedQuery(db, lkeId)
    .where('evidence_version.purged_at', 'is', null)
    .orderBy('evidence_link.indicator_code')
    .orderBy('evidence_link.id')
    .execute();
  return rows.map(linkedOf);
}

/** Every link of the LKE, those whose bytes an administrator removed as well, for the bundle. */
export async function linkedEvidenceOfLke(
  db: Db,
  lkeId: number,
): Promise<readonly LinkedEvidence[]> {
  const rows = await linkedQuery(db, lkeId)
    .orderBy('evidence_link.indicator_code')
    .orderBy('evidence_link.id')
    .execute();
  return rows.map(linkedOf);
}

/** How many evidence prove each indicator; no entry means none. */
export async function evidenceCounts(db: Db, lkeId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await selectCounts(db, { lkeId });
  return new Map(rows.map(({ code, count }) => [code, count]));
}

const selectCounts = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('evidence_link')
    .innerJoin('evidence', 'evidence.id', 'evidence_link.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .select((eb) => ['evidence_link.indicator_code as code', eb.fn.countAll<number>().as('count')])
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence.withdrawn_at', 'is', null)
    .where('evidence_version.purged_at', 'is', null)
    .groupBy('evidence_link.indicator_code'),
);

/** Whether any satker still needs the bytes of this hash. */
export async function isBlobUsed(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('evidence_version')
    .select('id')
    .where('sha256', '=', sha256)
    .where('purged_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Limits in force: the setting where an administrator made one, else the shipped default. */
export async function evidenceLimits(db: Db): Promise<EvidenceLimits> {
  const rows = await db
    .selectFrom('setting')
    .selectAll()
    .where('key', 'like', 'evidence.%')
    .execute();
  const set = new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
  const defaults = defaultSettings();
  const read = (key: keyof typeof defaults): number => {
    const value = set.get(key);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : defaults[key];
  };
  return {
    fileBytes: read('evidence.file-bytes'),
    perIndicator: read('evidence.per-indicator'),
    quotaBytes: read('evidence.quota-bytes'),
  };
}

function linkedQuery(db: Db, lkeId: number) {
  return db
    .selectFrom('evidence_link')
    .innerJoin('evidence', 'evidence.id', 'evidence_link.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .leftJoin('user', 'user.id', 'evidence_version.created_by')
    .select((eb) => [
      'evidence_link.id as link_id',
      'evidence_link.indicator_code',
      'evidence_link.checklist_code',
      'evidence.id as evidence_id',
      'evidence.name',
      'evidence.kind',
      'evidence.physical_location',
      'evidence_version.number',
      'evidence_version.type',
      'evidence_version.url',
      'evidence_version.file_name',
      'evidence_version.media_type',
      'evidence_version.size',
      'evidence_version.sha256',
      'evidence_version.document_day',
      'evidence_version.period_from',
      'evidence_version.period_to',
      'evidence_version.valid_until',
      'evidence_version.created_at',
      'evidence_version.purged_at',
      'user.name as user_name',
      eb
        .selectFrom('evidence_version as newest')
        .select((inner) => inner.fn.max('newest.number').as('number'))
        .whereRef('newest.evidence_id', '=', 'evidence.id')
        .as('latest'),
    ])
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence.withdrawn_at', 'is', null);
}

type LinkedRow = Awaited<ReturnType<ReturnType<typeof linkedQuery>['execute']>>[number];

function linkedOf(row: LinkedRow): LinkedEvidence {
  return {
    linkId: row.link_id,
    evidenceId: row.evidence_id,
    indicatorCode: row.indicator_code,
    name: row.name,
    kind: row.kind,
    physicalLocation: row.physical_location,
    checklistCode: row.checklist_code,
    version: row.number,
    latestVersion: row.latest ?? row.number,
    type: row.type,
    url: row.url,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    documentDay: row.document_day,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    validUntil: row.valid_until,
    addedBy: row.user_name,
    addedAt: row.created_at,
    purged: row.purged_at !== null,
  };
}
