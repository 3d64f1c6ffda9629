import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';
import type { LinkedEvidence } from '../../web/answer-evidence.js';
import { readAnswers } from '../lke/store.js';

/** The newest handing in: what those who assess are shown. */
export interface Handed {
  readonly id: number;
  readonly number: number;
  readonly at: string;
  readonly by: string;
}

export interface ClaimedAnswer {
  readonly value: AnswerValue | null;
  readonly note: string;
  /** Why there is no evidence, where the satker said so. */
  readonly noEvidenceReason: string | null;
}

export interface ClaimedEvidence extends LinkedEvidence {
  readonly versionId: number;
}

export async function newestSubmission(db: Db, lkeId: number): Promise<Handed | null> {
  const [row] = await selectNewest(db, { lkeId });
  return row ?? null;
}

const selectNewest = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('submission')
    .select(['id', 'number', 'submitted_at as at', 'submitted_by_name as by'])
    .where('lke_id', '=', lkeId)
    .orderBy('number', 'desc')
    .limit(1),
);

/** Frozen answers of a submission, or the satker's own as they stand where there is none yet. */
export async function claimedAnswers(
  db: Db,
  lkeId: number,
  handed: Handed | null,
): Promise<ReadonlyMap<IndicatorCode, ClaimedAnswer>> {
  if (handed === null) {
    const rows = await readAnswers(db, lkeId, 'mandiri');
    return new Map([...rows].map(([code, row]) => [code, { ...row, noEvidenceReason: null }]));
  }
  const rows = await selectFrozen(db, { id: handed.id });
  return new Map(
    rows.map(({ code, value, note, noEvidenceReason }) => [
      code as IndicatorCode,
      { value: JSON.parse(value) as AnswerValue, note, noEvidenceReason },
    ]),
  );
}

const selectFrozen = prepared((db, { id }: { readonly id: number }) =>
  db
    .selectFrom('submission_answer')
    .select(['indicator_code as code', 'value', 'note', 'no_evidence_reason as noEvidenceReason'])
    .where('submission_id', '=', id),
);

/** The evidence of a claim, in the versions that were handed in. */
export async function claimedEvidence(
  db: Db,
  lkeId: number,
  handed: Handed | null,
): Promise<readonly ClaimedEvidence[]> {
  const rows =
    handed === null
      ? await selectLinked(db, { lkeId })
      : await selectFrozenEvidence(db, { id: handed.id });
  return rows.map(({ purged_at: purgedAt, ...row }) => ({
    ...row,
    latestVersion: row.version,
    purged: purgedAt !== null,
  }));
}

const OF_EVIDENCE = ['evidence.id as evidenceId', 'evidence.kind'] as const;
const OF_VERSION = [
  'evidence_version.id as versionId',
  'evidence_version.number as version',
  'evidence_version.type',
  'evidence_version.url',
  'evidence_version.file_name as fileName',
  'evidence_version.media_type as mediaType',
  'evidence_version.size',
  'evidence_version.sha256',
  'evidence_version.created_at as addedAt',
  'evidence_version.purged_at',
] as const;

const selectLinked = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('evidence_link as link')
    .innerJoin('evidence', 'evidence.id', 'link.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'link.evidence_version_id')
    .leftJoin('user', 'user.id', 'evidence_version.created_by')
    .select([...OF_EVIDENCE, ...OF_VERSION])
    .select([
      'link.id as linkId',
      'link.indicator_code as indicatorCode',
      'link.checklist_code as checklistCode',
      'evidence.name',
      'evidence.physical_location as physicalLocation',
      'evidence_version.document_day as documentDay',
      'evidence_version.period_from as periodFrom',
      'evidence_version.period_to as periodTo',
      'evidence_version.valid_until as validUntil',
      'user.name as addedBy',
    ])
    .where('link.lke_id', '=', lkeId)
    .where('evidence.withdrawn_at', 'is', null)
    .orderBy('link.id'),
);

const selectFrozenEvidence = prepared((db, { id }: { readonly id: number }) =>
  db
    .selectFrom('submission_evidence as link')
    .innerJoin('evidence', 'evidence.id', 'link.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'link.evidence_version_id')
    .leftJoin('user', 'user.id', 'evidence_version.created_by')
    .select([...OF_EVIDENCE, ...OF_VERSION])
    .select([
      'link.evidence_version_id as linkId',
      'link.indicator_code as indicatorCode',
      'link.checklist_code as checklistCode',
      'link.name',
      'evidence.physical_location as physicalLocation',
      'link.document_day as documentDay',
      'link.period_from as periodFrom',
      'link.period_to as periodTo',
      'link.valid_until as validUntil',
      'user.name as addedBy',
    ])
    .where('link.submission_id', '=', id)
    .orderBy('link.evidence_id'),
);
