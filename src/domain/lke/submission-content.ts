/** What a submission freezes, and its one canonical form, over which the hash is taken. */

export interface FrozenAnswer {
  readonly code: string;
  /** The answer's value exactly as it is stored (JSON text). */
  readonly value: string;
  readonly note: string;
  readonly answerVersion: number;
  readonly noEvidenceReason: string | null;
}

export interface FrozenEvidence {
  readonly code: string;
  readonly evidenceId: number;
  readonly evidenceVersionId: number;
  readonly name: string;
  readonly number: number;
  readonly type: 'file' | 'link';
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly url: string | null;
  readonly documentDay: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly validUntil: string | null;
  readonly checklistCode: string | null;
}

export interface SubmissionHead {
  readonly satkerCode: string;
  readonly year: number;
  readonly number: number;
  readonly target: string;
  readonly submittedByName: string;
  readonly submittedAt: string;
  readonly isLate: boolean;
  readonly answered: number;
  /** Exact total as a fraction. */
  readonly total: string;
  /** The history as it stood just before. */
  readonly headSeq: number;
  readonly headHash: string;
}

export interface SubmissionContent {
  readonly answers: readonly FrozenAnswer[];
  readonly evidence: readonly FrozenEvidence[];
}

/** One JSON array: fixed order, every text quoted, so that no two submissions share a form. */
export function canonicalSubmission(head: SubmissionHead, content: SubmissionContent): string {
  return JSON.stringify([
    'tapak-zi-submission-1',
    head.satkerCode,
    head.year,
    head.number,
    head.target,
    head.submittedByName,
    head.submittedAt,
    head.isLate,
    head.answered,
    head.total,
    head.headSeq,
    head.headHash,
    ...canonicalParts(content),
  ]);
}

/** What was looked at before it was confirmed: the same content, before it has a number. */
export function canonicalContent(target: string, content: SubmissionContent): string {
  return JSON.stringify(['tapak-zi-content-1', target, ...canonicalParts(content)]);
}

function canonicalParts({ answers, evidence }: SubmissionContent): readonly unknown[] {
  return [
    [...answers]
      .sort((a, b) => order(a.code, b.code))
      .map((one) => [one.code, one.value, one.note, one.answerVersion, one.noEvidenceReason]),
    [...evidence]
      .sort((a, b) => order(a.code, b.code) || a.evidenceId - b.evidenceId)
      .map((one) => [
        one.code,
        one.evidenceId,
        one.evidenceVersionId,
        one.name,
        one.number,
        one.type,
        one.fileName,
        one.sha256,
        one.url,
        one.documentDay,
        one.periodFrom,
        one.periodTo,
        one.validUntil,
        one.checklistCode,
      ]),
  ];
}

/** By code unit, so that every machine orders alike. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
