import { sql } from 'kysely';
import type { Db, Tx } from '../../db/store.js';

/** A notification whose time to be sent has come. */
export interface DueMail {
  readonly notificationId: number;
  readonly userId: number;
  readonly attempts: number;
  readonly name: string;
  /** null: no longer wanted, read, disabled or without address. */
  readonly address: string | null;
}

/** Unread ones since then, of people who want mail and can get it, join the queue. */
export async function queueMail(tx: Tx, since: string, now: string): Promise<void> {
  await sql`
    INSERT INTO mail (notification_id, state, attempts, next_at, ended_at)
    SELECT n.id, 'waiting', 0, ${now}, NULL
    FROM notification n JOIN "user" u ON u.id = n.user_id
    WHERE n.created_at >= ${since} AND n.read_at IS NULL
      AND u.email IS NOT NULL AND u.disabled_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM mail_opt_out o WHERE o.user_id = n.user_id)
      AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.notification_id = n.id)`.execute(tx);
}

export async function dueMail(db: Db, now: string, limit: number): Promise<readonly DueMail[]> {
  const rows = await db
    .selectFrom('mail')
    .innerJoin('notification', 'notification.id', 'mail.notification_id')
    .innerJoin('user', 'user.id', 'notification.user_id')
    .leftJoin('mail_opt_out', 'mail_opt_out.user_id', 'notification.user_id')
    .select([
      'mail.notification_id as notificationId',
      'mail.attempts',
      'notification.user_id as userId',
      'notification.read_at as readAt',
      'user.name',
      'user.email',
      'user.disabled_at as disabledAt',
      'mail_opt_out.user_id as optedOut',
    ])
    .where('mail.state', '=', 'waiting')
    .where('mail.next_at', '<=', now)
    .orderBy('mail.next_at')
    .orderBy('mail.notification_id')
    .limit(limit)
    .execute();
  return rows.map(({ readAt, disabledAt, optedOut, email, ...due }) => ({
    ...due,
    address: readAt === null && disabledAt === null && optedOut === null ? email : null,
  }));
}

export async function endMail(
  tx: Tx,
  notificationId: number,
  state: 'sent' | 'dropped' | 'failed',
  at: string,
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state, ended_at: at })
    .where('notification_id', '=', notificationId)
    .execute();
}

export async function postponeMail(tx: Tx, notificationId: number, nextAt: string): Promise<void> {
  await tx
    .updateTable('mail')
    .set((row) => ({ attempts: row('attempts', '+', 1), next_at: nextAt }))
    .where('notification_id', '=', notificationId)
    .execute();
}
