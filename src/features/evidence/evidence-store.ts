import type { Db } from '../../db/store.js';

/** One evidence of a satker's register, with all its versions. */
export interface Evidence {
  readonly id: number;
  readonly satkerCode: string;
  readonly name: string;
  readonly kind: string;
  readonly physicalLocation: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly createdAt: string;
  /** Of the row, for the version check of forms; not the number of the newest content. */
  readonly version: number;
  /** Newest first, at least one. */
  readonly versions: readonly EvidenceVersion[];
}

export interface EvidenceVersion {
  readonly id: number;
  readonly number: number;
  readonly year: number;
  readonly type: 'file' | 'link';
  readonly sha256: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly url: string | null;
  readonly documentDay: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly validUntil: string | null;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly purgedAt: string | null;
}

/** One indicator of one LKE that a version of the evidence is linked to. */
export interface EvidenceUse {
  readonly linkId: number;
  readonly lkeId: number;
  readonly year: number;
  readonly code: string;
  readonly checklistCode: string | null;
  readonly versionId: number;
  readonly version: number;
}

/** The evidence if it belongs to this satker, else null: a foreign id is a missing one. */
export async function findEvidence(
  db: Db,
  satkerCode: string,
  id: number,
): Promise<Evidence | null> {
  const row = await db
    .selectFrom('evidence')
    .selectAll()
    .where('id', '=', id)
    .where('satker_code', '=', satkerCode)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    satkerCode: row.satker_code,
    name: row.name,
    kind: row.kind,
    physicalLocation: row.physical_location,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    createdAt: row.created_at,
    version: row.version,
    versions: await versionsOf(db, id),
  };
}

/** The content an evidence stands for now. */
export function newestOf(evidence: Evidence): EvidenceVersion {
  const [newest] = evidence.versions;
  if (newest === undefined) throw new Error(`evidence ${evidence.id} has no version`);
  return newest;
}

export async function usesOf(db: Db, evidenceId: number): Promise<readonly EvidenceUse[]> {
  const rows = await db
    .selectFrom('evidence_link')
    .innerJoin('lke', 'lke.id', 'evidence_link.lke_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .select([
      'evidence_link.id',
      'evidence_link.lke_id',
      'lke.year',
      'evidence_link.indicator_code',
      'evidence_link.checklist_code',
      'evidence_version.id as version_id',
      'evidence_version.number',
    ])
    .where('evidence_link.evidence_id', '=', evidenceId)
    .orderBy('lke.year', 'desc')
    .orderBy('evidence_link.indicator_code')
    .execute();
  return rows.map((row) => ({
    linkId: row.id,
    lkeId: row.lke_id,
    year: row.year,
    code: row.indicator_code,
    checklistCode: row.checklist_code,
    versionId: row.version_id,
    version: row.number,
  }));
}

async function versionsOf(db: Db, evidenceId: number): Promise<EvidenceVersion[]> {
  const rows = await db
    .selectFrom('evidence_version')
    .leftJoin('user', 'user.id', 'evidence_version.created_by')
    .selectAll('evidence_version')
    .select('user.name as created_by_name')
    .where('evidence_version.evidence_id', '=', evidenceId)
    .orderBy('evidence_version.number', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    year: row.year,
    type: row.type,
    sha256: row.sha256,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    url: row.url,
    documentDay: row.document_day,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    validUntil: row.valid_until,
    createdBy: row.created_by_name,
    createdAt: row.created_at,
    purgedAt: row.purged_at,
  }));
}
