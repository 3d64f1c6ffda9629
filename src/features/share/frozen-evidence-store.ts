import type { Db } from '../../db/store.js';

/** One evidence as it was frozen with the last submission, and whether it can still be opened. */
export interface SharedEvidence {
  readonly code: string;
  readonly evidenceId: number;
  readonly versionId: number;
  readonly number: number;
  readonly name: string;
  readonly type: 'file' | 'link';
  readonly url: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly documentDay: string | null;
  readonly state: 'open' | 'withdrawn' | 'purged';
}

export interface LastSubmission {
  readonly id: number;
  readonly number: number;
  readonly submittedAt: string;
}

export async function lastSubmissionOf(db: Db, lkeId: number): Promise<LastSubmission | null> {
  const row = await db
    .selectFrom('submission')
    .select(['id', 'number', 'submitted_at'])
    .where('lke_id', '=', lkeId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { id: row.id, number: row.number, submittedAt: row.submitted_at };
}

/** Everything of one submission, in the order of evidence; an evidence of two indicators is twice. */
export async function sharedEvidenceOf(
  db: Db,
  submissionId: number,
): Promise<readonly SharedEvidence[]> {
  const rows = await selectShared(db, submissionId).execute();
  return rows.map(sharedOf);
}

/** One version of one evidence, if the submission froze it: else it is as if it did not exist. */
export async function findSharedEvidence(
  db: Db,
  submissionId: number,
  evidenceId: number,
  number: number,
): Promise<SharedEvidence | null> {
  const row = await selectShared(db, submissionId)
    .where('submission_evidence.evidence_id', '=', evidenceId)
    .where('submission_evidence.number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : sharedOf(row);
}

function selectShared(db: Db, submissionId: number) {
  return db
    .selectFrom('submission_evidence')
    .innerJoin('evidence', 'evidence.id', 'submission_evidence.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'submission_evidence.evidence_version_id')
    .select([
      'submission_evidence.indicator_code',
      'submission_evidence.evidence_id',
      'submission_evidence.evidence_version_id',
      'submission_evidence.number',
      'submission_evidence.name',
      'submission_evidence.type',
      'submission_evidence.url',
      'submission_evidence.file_name',
      'submission_evidence.sha256',
      'submission_evidence.document_day',
      'evidence_version.media_type',
      'evidence_version.size',
      'evidence_version.purged_at',
      'evidence.withdrawn_at',
    ])
    .where('submission_evidence.submission_id', '=', submissionId)
    .orderBy('submission_evidence.evidence_id');
}

type SharedRow = Awaited<ReturnType<ReturnType<typeof selectShared>['executeTakeFirstOrThrow']>>;

function sharedOf(row: SharedRow): SharedEvidence {
  return {
    code: row.indicator_code,
    evidenceId: row.evidence_id,
    versionId: row.evidence_version_id,
    number: row.number,
    name: row.name,
    type: row.type,
    url: row.url,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    documentDay: row.document_day,
    state: stateOf(row),
  };
}

function stateOf(row: Pick<SharedRow, 'purged_at' | 'withdrawn_at'>): SharedEvidence['state'] {
  if (row.purged_at !== null) return 'purged';
  return row.withdrawn_at === null ? 'open' : 'withdrawn';
}
