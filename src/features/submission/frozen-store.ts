import type { FrozenAnswer, FrozenEvidence } from '../../domain/lke/submission-content.js';
import type { SubmissionContent } from '../../domain/lke/submission-content.js';
import type { Db, Tx } from '../../db/store.js';

/** What an LKE would freeze now: answered indicators, and the evidence that proves something. */
export async function liveContent(db: Db, lkeId: number): Promise<SubmissionContent> {
  const reasons = await reasonsOf(db, lkeId);
  const answers = await db
    .selectFrom('answer')
    .select(['indicator_code', 'value', 'note', 'version'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', 'mandiri')
    .where('value', 'is not', null)
    .orderBy('indicator_code')
    .execute();
  return {
    answers: answers.map((row) => ({
      code: row.indicator_code,
      value: row.value ?? '',
      note: row.note,
      answerVersion: row.version,
      noEvidenceReason: reasons.get(row.indicator_code)?.reason ?? null,
    })),
    evidence: await liveEvidence(db, lkeId),
  };
}

async function liveEvidence(db: Db, lkeId: number): Promise<readonly FrozenEvidence[]> {
  const rows = await db
    .selectFrom('evidence_link')
    .innerJoin('evidence', 'evidence.id', 'evidence_link.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .select([
      'evidence_link.indicator_code',
      'evidence_link.evidence_id',
      'evidence_link.evidence_version_id',
      'evidence.name',
      'evidence_version.number',
      'evidence_version.type',
      'evidence_version.file_name',
      'evidence_version.sha256',
      'evidence_version.url',
      'evidence_version.document_day',
      'evidence_version.period_from',
      'evidence_version.period_to',
      'evidence_version.valid_until',
      'evidence_link.checklist_code',
    ])
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence.withdrawn_at', 'is', null)
    .where('evidence_version.purged_at', 'is', null)
    .orderBy('evidence_link.indicator_code')
    .orderBy('evidence_link.evidence_id')
    .execute();
  return rows.map(evidenceOf);
}

/** As it was frozen with one submission. */
export async function frozenContent(db: Db, submissionId: number): Promise<SubmissionContent> {
  const answers = await db
    .selectFrom('submission_answer')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('indicator_code')
    .execute();
  const evidence = await db
    .selectFrom('submission_evidence')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('indicator_code')
    .orderBy('evidence_id')
    .execute();
  return { answers: answers.map(answerOf), evidence: evidence.map(evidenceOf) };
}

export async function insertContent(
  tx: Tx,
  submissionId: number,
  { answers, evidence }: SubmissionContent,
): Promise<void> {
  for (const one of answers) {
    await tx
      .insertInto('submission_answer')
      .values({
        submission_id: submissionId,
        indicator_code: one.code,
        value: one.value,
        note: one.note,
        answer_version: one.answerVersion,
        no_evidence_reason: one.noEvidenceReason,
      })
      .execute();
  }
  for (const one of evidence) {
    await tx
      .insertInto('submission_evidence')
      .values({
        submission_id: submissionId,
        indicator_code: one.code,
        evidence_id: one.evidenceId,
        evidence_version_id: one.evidenceVersionId,
        name: one.name,
        number: one.number,
        type: one.type,
        file_name: one.fileName,
        sha256: one.sha256,
        url: one.url,
        document_day: one.documentDay,
        period_from: one.periodFrom,
        period_to: one.periodTo,
        valid_until: one.validUntil,
        checklist_code: one.checklistCode,
      })
      .execute();
  }
}

export interface ReasonRow {
  readonly reason: string;
  readonly version: number;
}

/** Written reasons by indicator; those taken back are not among them. */
export async function reasonsOf(db: Db, lkeId: number): Promise<ReadonlyMap<string, ReasonRow>> {
  const rows = await db
    .selectFrom('no_evidence_reason')
    .select(['indicator_code', 'reason', 'version'])
    .where('lke_id', '=', lkeId)
    .where('reason', '!=', '')
    .execute();
  return new Map(
    rows.map(({ indicator_code, reason, version }) => [indicator_code, { reason, version }]),
  );
}

/** One indicator's reason; "" with its version where it was taken back, version 0 where never given. */
export async function reasonOf(db: Db, lkeId: number, code: string): Promise<ReasonRow> {
  const row = await db
    .selectFrom('no_evidence_reason')
    .select(['reason', 'version'])
    .where('lke_id', '=', lkeId)
    .where('indicator_code', '=', code)
    .executeTakeFirst();
  return row ?? { reason: '', version: 0 };
}

export async function writeReason(
  tx: Tx,
  place: { readonly lkeId: number; readonly code: string },
  reason: ReasonRow,
  stamp: { readonly userId: number | null; readonly at: string },
): Promise<void> {
  const columns = { ...reason, updated_by: stamp.userId, updated_at: stamp.at };
  await tx
    .insertInto('no_evidence_reason')
    .values({ lke_id: place.lkeId, indicator_code: place.code, ...columns })
    .onConflict((conflict) => conflict.columns(['lke_id', 'indicator_code']).doUpdateSet(columns))
    .execute();
}

function answerOf(row: {
  indicator_code: string;
  value: string;
  note: string;
  answer_version: number;
  no_evidence_reason: string | null;
}): FrozenAnswer {
  return {
    code: row.indicator_code,
    value: row.value,
    note: row.note,
    answerVersion: row.answer_version,
    noEvidenceReason: row.no_evidence_reason,
  };
}

function evidenceOf(row: {
  indicator_code: string;
  evidence_id: number;
  evidence_version_id: number;
  name: string;
  number: number;
  type: 'file' | 'link';
  file_name: string | null;
  sha256: string | null;
  url: string | null;
  document_day: string | null;
  period_from: string | null;
  period_to: string | null;
  valid_until: string | null;
  checklist_code: string | null;
}): FrozenEvidence {
  return {
    code: row.indicator_code,
    evidenceId: row.evidence_id,
    evidenceVersionId: row.evidence_version_id,
    name: row.name,
    number: row.number,
    type: row.type,
    fileName: row.file_name,
    sha256: row.sha256,
    url: row.url,
    documentDay: row.document_day,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    validUntil: row.valid_until,
    checklistCode: row.checklist_code,
  };
}

/** Versions of all reasons, those taken back included: what a form is checked against. */
export async function reasonVersionsOf(
  db: Db,
  lkeId: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('no_evidence_reason')
    .select(['indicator_code', 'version'])
    .where('lke_id', '=', lkeId)
    .execute();
  return new Map(rows.map(({ indicator_code, version }) => [indicator_code, version]));
}

/** Ids of frozen versions whose document can still be opened: not withdrawn, bytes not purged. */
export async function openableVersions(db: Db, submissionId: number): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('submission_evidence')
    .innerJoin('evidence', 'evidence.id', 'submission_evidence.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'submission_evidence.evidence_version_id')
    .select('submission_evidence.evidence_version_id')
    .where('submission_evidence.submission_id', '=', submissionId)
    .where('evidence.withdrawn_at', 'is', null)
    .where('evidence_version.purged_at', 'is', null)
    .execute();
  return new Set(rows.map(({ evidence_version_id }) => evidence_version_id));
}
