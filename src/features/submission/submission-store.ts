import type { Target } from '../../domain/predikat/gate.js';
import type { SubmissionHead } from '../../domain/lke/submission-content.js';
import type { Db, Tx } from '../../db/store.js';

/** One handing in, without its content. */
export interface Submission extends SubmissionHead {
  readonly id: number;
  readonly lkeId: number;
  readonly target: Target;
  readonly submittedBy: number | null;
  /** SHA-256 over head and content in canonical form. */
  readonly contentHash: string;
}

/** Every submission of an LKE, newest first. */
export async function submissionsOf(db: Db, lkeId: number): Promise<readonly Submission[]> {
  const rows = await selectSubmissions(db).where('submission.lke_id', '=', lkeId).execute();
  return rows.map(submissionOf);
}

export async function findSubmission(
  db: Db,
  lkeId: number,
  number: number,
): Promise<Submission | null> {
  const row = await selectSubmissions(db)
    .where('submission.lke_id', '=', lkeId)
    .where('submission.number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : submissionOf(row);
}

/** Number of the newest submission, the round it began; 0 before the first. */
export async function roundOf(db: Db, lkeId: number): Promise<number> {
  const row = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.max('number').as('round'))
    .where('lke_id', '=', lkeId)
    .executeTakeFirst();
  return row?.round ?? 0;
}

/** Every submission of every LKE, for `verify`. */
export async function allSubmissions(db: Db): Promise<readonly Submission[]> {
  const rows = await selectSubmissions(db).orderBy('submission.lke_id').execute();
  return rows.map(submissionOf);
}

export async function insertSubmission(
  tx: Tx,
  submission: Omit<Submission, 'id' | 'satkerCode' | 'year'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('submission')
    .values({
      lke_id: submission.lkeId,
      number: submission.number,
      target: submission.target,
      submitted_by: submission.submittedBy,
      submitted_by_name: submission.submittedByName,
      submitted_at: submission.submittedAt,
      is_late: submission.isLate ? 1 : 0,
      answered: submission.answered,
      total: submission.total,
      head_seq: submission.headSeq,
      head_hash: submission.headHash,
      content_hash: submission.contentHash,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function selectSubmissions(db: Db) {
  return db
    .selectFrom('submission')
    .innerJoin('lke', 'lke.id', 'submission.lke_id')
    .selectAll('submission')
    .select(['lke.satker_code', 'lke.year'])
    .orderBy('submission.number', 'desc');
}

type SubmissionRow = Awaited<
  ReturnType<ReturnType<typeof selectSubmissions>['executeTakeFirstOrThrow']>
>;

function submissionOf(row: SubmissionRow): Submission {
  return {
    id: row.id,
    lkeId: row.lke_id,
    satkerCode: row.satker_code,
    year: row.year,
    number: row.number,
    target: row.target,
    submittedBy: row.submitted_by,
    submittedByName: row.submitted_by_name,
    submittedAt: row.submitted_at,
    isLate: row.is_late === 1,
    answered: row.answered,
    total: row.total,
    headSeq: row.head_seq,
    headHash: row.head_hash,
    contentHash: row.content_hash,
  };
}
