import { createHash } from 'node:crypto';
import session, { type SessionData } from 'express-session';
import { prepared } from '../db/prepared.js';
import type { Store, Tx } from '../db/store.js';

/** Idle 60 minutes, 12 hours in all (quality.md, Sign-in). */
const IDLE_MS = 60 * 60 * 1000;
const ABSOLUTE_MS = 12 * 60 * 60 * 1000;
/** An expired session keeps its form token this long, so that typed text can be held. */
const HOLD_MS = 24 * 60 * 60 * 1000;
const TOUCH_MS = 60 * 1000;
/** Beginning of a session that was ended: past every limit. */
const LONG_AGO = new Date(0).toISOString();

export interface HeldForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

declare module 'express-session' {
  interface SessionData {
    userId?: number;
    /** Whose session this was before it expired: not signed in any more. */
    expiredUserId?: number;

    flash?: { kind: 'done' | 'problem'; text: string };
    /** Typed text that met an expired session; shown again, never applied by itself. */
    heldForm?: HeldForm & { userId: number };
  }
}

/** express-session's store on our own table; the cookie's id is kept only as a hash. */
export class SessionStore extends session.Store {
  constructor(
    private readonly database: Store,
    private readonly clock: () => Date,
  ) {
    super();
  }

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.findRow(id).then((data) => done(null, data), done);
  }

  override set(id: string, data: SessionData, done: (error?: unknown) => void = () => {}): void {
    this.saveRow(id, data).then(() => done(), done);
  }

  override destroy(id: string, done: (error?: unknown) => void = () => {}): void {
    this.removeRow(id).then(() => done(), done);
  }

  private async findRow(id: string): Promise<SessionData | null> {
    const idHash = hashOf(id);
    const [row] = await selectSession(this.database.db, { idHash });
    if (row === undefined) return null;
    const data = JSON.parse(row.data) as SessionData;
    const now = this.clock();
    const unseenMs = now.getTime() - Date.parse(row.last_seen_at);
    if (!isExpired(row, now.getTime())) {
      if (unseenMs >= TOUCH_MS) await this.touchRow(idHash, now);
      return data;
    }
    return unseenMs > HOLD_MS ? null : withoutUser(data);
  }

  /** Moves "last seen", at most once a minute, so that reading a page is not a write. */
  private async touchRow(idHash: string, now: Date): Promise<void> {
    const touch = this.database.write((tx) =>
      tx
        .updateTable('session')
        .set({ last_seen_at: now.toISOString() })
        .where('id_hash', '=', idHash)
        .execute(),
    );
    // A full disk must not take reading away too; the next request tries again.
    await touch.catch(() => {});
  }

  private async saveRow(id: string, data: SessionData): Promise<void> {
    const now = this.clock().toISOString();
    const values = { user_id: data.userId ?? null, data: JSON.stringify(data), last_seen_at: now };
    await this.database.write(async (tx) => {
      // A session with a person is only updated: signed out meanwhile, it must not come back with
      // the last words of a request that was still under way. Signing in saves an empty one first.
      if (data.userId !== undefined) {
        await tx.updateTable('session').set(values).where('id_hash', '=', hashOf(id)).execute();
        return;
      }
      await tx
        .insertInto('session')
        .values({ id_hash: hashOf(id), created_at: now, ...values })
        .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(values))
        .execute();
    });
  }

  private async removeRow(id: string): Promise<void> {
    await this.database.write((tx) =>
      tx.deleteFrom('session').where('id_hash', '=', hashOf(id)).execute(),
    );
  }
}

/**
 * Ends every session of a person at once (disabled, password or role changed). They become expired
 * ones, for ever, so that text typed meanwhile can still be held for its author.
 */
export async function endSessionsOf(tx: Tx, userId: number): Promise<void> {
  await tx
    .updateTable('session')
    .set({ user_id: null, created_at: LONG_AGO })
    .where('user_id', '=', userId)
    .execute();
}

/** Removes sessions that can no longer serve to hold a form. */
export async function sweepSessions(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - HOLD_MS).toISOString();
  await store.write((tx) => tx.deleteFrom('session').where('last_seen_at', '<', before).execute());
}

const selectSession = prepared((db, { idHash }: { readonly idHash: string }) =>
  db.selectFrom('session').selectAll().where('id_hash', '=', idHash),
);

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function isExpired(row: { created_at: string; last_seen_at: string }, now: number): boolean {
  return (
    now - Date.parse(row.last_seen_at) > IDLE_MS || now - Date.parse(row.created_at) > ABSOLUTE_MS
  );
}

function withoutUser(data: SessionData): SessionData {
  const { userId, ...rest } = data;
  const whose = userId ?? data.expiredUserId;
  return whose === undefined ? rest : { ...rest, expiredUserId: whose };
}
