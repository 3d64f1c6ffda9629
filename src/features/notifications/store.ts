import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Db, Tx } from '../../db/store.js';
import { SENT_BACK_BY } from '../lke/store.js';
import { stillHeard, type NotificationKind } from '../../web/notification-store.js';

/** One notification as its hearer may still see it. */
export interface Notification {
  readonly id: number;
  readonly kind: NotificationKind;
  readonly role: string;
  readonly satker: SatkerPlace & { readonly name: string; readonly timeZone: string };
  readonly year: number;
  readonly subject: string;
  readonly byName: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

const COLUMNS = [
  'notification.id',
  'notification.kind',
  'notification.role',
  'notification.year',
  'notification.subject',
  'notification.by_name',
  'notification.created_at',
  'notification.read_at',
  'satker.code',
  'satker.name',
  'satker.level',
  'satker.province_code',
  'satker.time_zone',
] as const;

export async function countNotifications(
  db: Db,
  userId: number,
  unreadOnly: boolean,
): Promise<number> {
  const row = await stillHeard(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('notification.user_id', '=', userId)
    .$if(unreadOnly, (query) => query.where('notification.read_at', 'is', null))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Newest first. */
export async function listNotifications(
  db: Db,
  userId: number,
  page: { readonly unreadOnly: boolean; readonly limit: number; readonly offset: number },
): Promise<readonly Notification[]> {
  const rows = await stillHeard(db)
    .select(COLUMNS)
    .where('notification.user_id', '=', userId)
    .$if(page.unreadOnly, (query) => query.where('notification.read_at', 'is', null))
    .orderBy('notification.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(notificationOf);
}

export async function findNotification(
  db: Db,
  userId: number,
  id: number,
): Promise<Notification | null> {
  const row = await stillHeard(db)
    .select(COLUMNS)
    .where('notification.user_id', '=', userId)
    .where('notification.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : notificationOf(row);
}

/** One, or all up to the newest that was seen. */
export async function markRead(
  tx: Tx,
  userId: number,
  which: { readonly id: number } | { readonly upTo: number },
  at: string,
): Promise<void> {
  const mark = tx
    .updateTable('notification')
    .set({ read_at: at })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null);
  await (
    'id' in which ? mark.where('id', '=', which.id) : mark.where('id', '<=', which.upTo)
  ).execute();
}

/** Old ones go, with what is left of their mail. */
export async function sweepNotifications(tx: Tx, before: string): Promise<void> {
  await tx
    .deleteFrom('mail')
    .where('notification_id', 'in', (old) =>
      old.selectFrom('notification').select('id').where('created_at', '<', before),
    )
    .execute();
  await tx.deleteFrom('notification').where('created_at', '<', before).execute();
}

/** LKE of every open year that somebody has to act on, with what their dates depend on. */
export async function lkeAtWork(db: Db, ended: readonly string[]) {
  return db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .innerJoin('year', 'year.year', 'lke.year')
    .select([
      'lke.id',
      'lke.year',
      'lke.stage',
      'year.ruleset_id as rulesetId',
      'satker.code',
      'satker.level',
      'satker.province_code as provinceCode',
      'satker.time_zone as timeZone',
      SENT_BACK_BY.as('sentBack'),
    ])
    .where('lke.stage', 'not in', ended)
    .orderBy('lke.id')
    .execute();
}

/** Whether this person gets e-mail, as far as they decide it. */
export async function wantsMail(db: Db, userId: number): Promise<boolean> {
  const row = await db
    .selectFrom('mail_opt_out')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined;
}

export async function setMail(
  tx: Tx,
  userId: number,
  wanted: boolean,
  since: string,
): Promise<void> {
  if (wanted) await tx.deleteFrom('mail_opt_out').where('user_id', '=', userId).execute();
  else await tx.insertInto('mail_opt_out').values({ user_id: userId, since }).execute();
}

export async function mailAddress(db: Db, userId: number): Promise<string | null> {
  const row = await db
    .selectFrom('user')
    .select('email')
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.email ?? null;
}

interface Row {
  readonly id: number;
  readonly kind: NotificationKind;
  readonly role: string;
  readonly year: number;
  readonly subject: string;
  readonly by_name: string;
  readonly created_at: string;
  readonly read_at: string | null;
  readonly code: string;
  readonly name: string;
  readonly level: SatkerPlace['level'];
  readonly province_code: string;
  readonly time_zone: string;
}

function notificationOf(row: Row): Notification {
  const { id, kind, role, year, subject } = row;
  const place = { code: row.code, provinceCode: row.province_code, level: row.level };
  const satker = { ...place, name: row.name, timeZone: row.time_zone };
  const when = { createdAt: row.created_at, readAt: row.read_at };
  return { id, kind, role, satker, year, subject, byName: row.by_name, ...when };
}
