import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Db, Tx } from '../../db/store.js';

export type NoteSide = 'satker' | 'reviewer';

export interface NoteMessage {
  readonly round: number;
  readonly side: NoteSide;
  readonly text: string;
  readonly author: string;
  readonly at: string;
}

/** One talk about one indicator, begun and closed by a tier. */
export interface NoteThread {
  readonly id: number;
  readonly tier: JudgingTier;
  readonly code: IndicatorCode;
  readonly round: number;
  readonly openedAt: string;
  readonly waitsFor: NoteSide | 'nobody';
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  /** Oldest first, at least one. */
  readonly messages: readonly NoteMessage[];
}

/** Threads of one LKE, oldest first; of one indicator where its code is given. */
export async function threadsOf(
  db: Db,
  lkeId: number,
  code?: IndicatorCode,
): Promise<readonly NoteThread[]> {
  let query = db
    .selectFrom('note_thread')
    .leftJoin('user', 'user.id', 'note_thread.closed_by')
    .selectAll('note_thread')
    .select('user.name as closed_by_name')
    .where('lke_id', '=', lkeId)
    .orderBy('note_thread.id');
  if (code !== undefined) query = query.where('indicator_code', '=', code);
  const threads = await query.execute();
  const messages = await messagesOf(
    db,
    threads.map(({ id }) => id),
  );
  return threads.map((row) => ({
    id: row.id,
    tier: row.tier,
    code: row.indicator_code as IndicatorCode,
    round: row.round,
    openedAt: row.opened_at,
    waitsFor: row.waits_for,
    closedAt: row.closed_at,
    closedBy: row.closed_by_name,
    messages: messages.filter(({ threadId }) => threadId === row.id),
  }));
}

async function messagesOf(
  db: Db,
  threadIds: readonly number[],
): Promise<readonly (NoteMessage & { readonly threadId: number })[]> {
  if (threadIds.length === 0) return [];
  const rows = await db
    .selectFrom('note_message')
    .leftJoin('user', 'user.id', 'note_message.author_id')
    .select([
      'thread_id as threadId',
      'round',
      'side',
      'text',
      'user.name as author',
      'note_message.created_at as at',
    ])
    .where('thread_id', 'in', threadIds)
    .orderBy('note_message.id')
    .execute();
  return rows.map((row) => ({ ...row, author: row.author ?? '' }));
}

export interface EvidenceSince {
  readonly code: string;
  readonly id: number;
  readonly name: string;
  readonly at: string;
}

/** Evidence that was linked to an indicator after an instant: what the satker added since. */
export async function evidenceSince(db: Db, lkeId: number): Promise<readonly EvidenceSince[]> {
  return db
    .selectFrom('evidence_link')
    .innerJoin('evidence', 'evidence.id', 'evidence_link.evidence_id')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .select([
      'evidence_link.indicator_code as code',
      'evidence.id',
      'evidence.name',
      'evidence_version.created_at as at',
    ])
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence.withdrawn_at', 'is', null)
    .orderBy('evidence_link.id')
    .execute();
}

export interface NewThread {
  readonly lkeId: number;
  readonly tier: JudgingTier;
  readonly code: IndicatorCode;
  readonly round: number;
  readonly at: string;
}

export async function insertThread(tx: Tx, thread: NewThread): Promise<number> {
  const { id } = await tx
    .insertInto('note_thread')
    .values({
      lke_id: thread.lkeId,
      tier: thread.tier,
      indicator_code: thread.code,
      round: thread.round,
      opened_at: thread.at,
      waits_for: 'satker',
      closed_by: null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewMessage {
  readonly threadId: number;
  readonly round: number;
  readonly side: NoteSide;
  readonly text: string;
  readonly authorId: number | null;
  readonly at: string;
}

/** Adds to the talk and passes the turn to the other side. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  const { threadId, round, side, text, authorId, at } = message;
  await tx
    .insertInto('note_message')
    .values({ thread_id: threadId, round, side, text, author_id: authorId, created_at: at })
    .execute();
  await tx
    .updateTable('note_thread')
    .set({ waits_for: side === 'satker' ? 'reviewer' : 'satker' })
    .where('id', '=', threadId)
    .execute();
}

/** It waits again for whoever has not had the last word. */
export async function reopenThread(
  tx: Tx,
  threadId: number,
  waitsFor: 'satker' | 'reviewer',
): Promise<void> {
  await tx
    .updateTable('note_thread')
    .set({ waits_for: waitsFor, closed_by: null, closed_at: null })
    .where('id', '=', threadId)
    .execute();
}

export async function closeThread(
  tx: Tx,
  threadId: number,
  userId: number | null,
  at: string,
): Promise<void> {
  await tx
    .updateTable('note_thread')
    .set({ waits_for: 'nobody', closed_by: userId, closed_at: at })
    .where('id', '=', threadId)
    .execute();
}
