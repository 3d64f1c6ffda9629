import type { Db, Tx } from '../../db/store.js';
import type { WordingDraft } from './draft.js';
import type { WordingFile } from './store.js';

export interface StoredDraft {
  readonly id: number;
  readonly year: number;
  readonly file: WordingFile;
  readonly draft: WordingDraft;
}

export interface NewDraft {
  readonly year: number;
  readonly file: Omit<WordingFile, 'layout'>;
  readonly draft: WordingDraft;
  readonly createdBy: number | null;
  readonly createdAt: string;
}

/** What was read but not confirmed is kept for a day. */
const LIFE_MS = 24 * 60 * 60 * 1000;

export async function keepDraft(tx: Tx, draft: NewDraft): Promise<number> {
  const { id } = await tx
    .insertInto('wording_draft')
    .values({
      year: draft.year,
      file_name: draft.file.name,
      sha256: draft.file.sha256,
      content: JSON.stringify(draft.draft),
      created_by: draft.createdBy,
      created_at: draft.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** null where there is none, or its day has passed. */
export async function findDraft(
  db: Db,
  { year, id }: Pick<StoredDraft, 'year' | 'id'>,
  now: Date,
): Promise<StoredDraft | null> {
  const row = await db
    .selectFrom('wording_draft')
    .selectAll()
    .where('id', '=', id)
    .where('year', '=', year)
    .where('created_at', '>', oldest(now))
    .executeTakeFirst();
  if (row === undefined) return null;
  const draft = JSON.parse(row.content) as WordingDraft;
  const file = { name: row.file_name, sha256: row.sha256, layout: draft.layout };
  return { id: row.id, year: row.year, file, draft };
}

export async function sweepDrafts(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('wording_draft').where('created_at', '<=', oldest(now)).execute();
}

function oldest(now: Date): string {
  return new Date(now.getTime() - LIFE_MS).toISOString();
}
