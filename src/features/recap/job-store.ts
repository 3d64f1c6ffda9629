import type { JobState } from '../../db/schema-jobs.js';
import type { Db, Tx } from '../../db/store.js';
import type { Layout } from '../../workbook/lke-workbook-input.js';

export interface Job {
  readonly id: number;
  readonly province: string;
  readonly year: number;
  readonly layouts: readonly Layout[];
  readonly satkerCodes: readonly string[];
  readonly state: JobState;
  readonly failure: string | null;
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
  readonly createdBy: number;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export interface NewJob {
  readonly province: string;
  readonly year: number;
  readonly layouts: readonly Layout[];
  readonly satkerCodes: readonly string[];
  /** Satker that have an LKE: the steps of its progress. */
  readonly total: number;
  readonly createdBy: number;
}

export async function insertJob(tx: Tx, job: NewJob, at: Date): Promise<number> {
  const { id } = await tx
    .insertInto('job')
    .values({
      province_code: job.province,
      year: job.year,
      layouts: JSON.stringify(job.layouts),
      tier: 'mandiri',
      satker_codes: JSON.stringify(job.satkerCodes),
      state: 'queued',
      failure: null,
      total: job.total,
      size: null,
      created_by: job.createdBy,
      created_at: at.toISOString(),
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whose jobs: one person's, for one province and year. */
export interface JobPlace {
  readonly province: string;
  readonly year: number;
  readonly userId: number;
}

/** Newest first. */
export async function jobsAt(db: Db | Tx, place: JobPlace): Promise<readonly Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('created_by', '=', place.userId)
    .where('province_code', '=', place.province)
    .where('year', '=', place.year)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(jobOf);
}

export async function findJob(db: Db | Tx, id: number): Promise<Job | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : jobOf(row);
}

export async function jobsInState(db: Db | Tx, state: JobState): Promise<readonly Job[]> {
  const query = db.selectFrom('job').selectAll().where('state', '=', state).orderBy('id');
  return (await query.execute()).map(jobOf);
}

/** False where the job is in another state by now. */
export async function moveJob(
  tx: Tx,
  id: number,
  from: readonly JobState[],
  to: Pick<Job, 'state'> & Partial<Pick<Job, 'failure' | 'size' | 'done' | 'endedAt'>>,
): Promise<boolean> {
  const { state, failure, size, done, endedAt } = to;
  const result = await tx
    .updateTable('job')
    .set({
      state,
      ...(failure === undefined ? {} : { failure }),
      ...(size === undefined ? {} : { size }),
      ...(done === undefined ? {} : { done }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteEndedBefore(tx: Tx, instant: string): Promise<void> {
  await tx.deleteFrom('job').where('ended_at', '<', instant).execute();
}

export async function jobIds(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('job').select('id').execute();
  return new Set(rows.map(({ id }) => id));
}

interface JobRow {
  readonly id: number;
  readonly province_code: string;
  readonly year: number;
  readonly layouts: string;
  readonly satker_codes: string;
  readonly state: JobState;
  readonly failure: string | null;
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
  readonly created_by: number;
  readonly created_at: string;
  readonly ended_at: string | null;
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    province: row.province_code,
    year: row.year,
    layouts: JSON.parse(row.layouts) as Layout[],
    satkerCodes: JSON.parse(row.satker_codes) as string[],
    state: row.state,
    failure: row.failure,
    done: row.done,
    total: row.total,
    size: row.size,
    createdBy: row.created_by,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
