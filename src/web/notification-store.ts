import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { isRole, reaches, type Role, type SatkerPlace } from '../domain/access/roles.js';
import { rolesReaching } from '../domain/access/scope.js';
import { prepared } from '../db/prepared.js';
import type { Database } from '../db/schema.js';
import type { NotificationTable } from '../db/schema-oversight.js';
import type { Db, Tx } from '../db/store.js';

export type NotificationKind = NotificationTable['kind'];

/** Somebody who is told, in the role for which they are. */
export interface Hearer {
  readonly userId: number;
  readonly role: Role;
  readonly roleAt: string;
}

export interface NewNotification {
  readonly kind: NotificationKind;
  readonly satkerCode: string;
  readonly year: number;
  readonly subject: string;
  readonly byName: string;
  readonly dedupeKey: string;
  readonly at: string;
}

/** Every enabled person who holds one of these roles for a satker now, in the first of them. */
export async function holdersOf(
  db: Db,
  roles: readonly Role[],
  place: SatkerPlace,
): Promise<readonly Hearer[]> {
  const rows = await db
    .selectFrom('user_role')
    .innerJoin('user', 'user.id', 'user_role.user_id')
    .select(['user_role.user_id', 'user_role.role', 'user_role.satker_code'])
    .where('user.disabled_at', 'is', null)
    .where('user_role.role', 'in', roles)
    .where('user_role.satker_code', 'in', [place.code, place.provinceCode, '00'])
    .orderBy('user_role.id')
    .execute();
  const found = new Map<number, Hearer>();
  for (const { user_id: userId, role, satker_code: roleAt } of rows) {
    if (!isRole(role) || !reaches({ role, satkerCode: roleAt }, place)) continue;
    if (!found.has(userId)) found.set(userId, { userId, role, roleAt });
  }
  return [...found.values()];
}

/** People to whom a satker of a year is assigned. */
export async function assignedTo(
  db: Db,
  satkerCode: string,
  year: number,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('review_assignment')
    .select('user_id')
    .where('satker_code', '=', satkerCode)
    .where('year', '=', year)
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

/** What was told to somebody already stays as it is. */
export async function insertNotifications(
  tx: Tx,
  hearers: readonly Hearer[],
  told: NewNotification,
): Promise<void> {
  if (hearers.length === 0) return;
  const rows = hearers.map(({ userId, role, roleAt }) => ({
    user_id: userId,
    role,
    role_at: roleAt,
    kind: told.kind,
    satker_code: told.satkerCode,
    year: told.year,
    subject: told.subject,
    by_name: told.byName,
    dedupe_key: told.dedupeKey,
    created_at: told.at,
    read_at: null,
  }));
  await tx
    .insertInto('notification')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['user_id', 'dedupe_key']).doNothing())
    .execute();
}

interface OfUser {
  readonly userId: number;
}

/** Only those of roles that are still held and still reach the satker they tell of. */
export function stillHeard(db: Db) {
  return db
    .selectFrom('notification')
    .innerJoin('user_role', (join) =>
      join
        .onRef('user_role.user_id', '=', 'notification.user_id')
        .onRef('user_role.role', '=', 'notification.role')
        .onRef('user_role.satker_code', '=', 'notification.role_at'),
    )
    .innerJoin('satker', 'satker.code', 'notification.satker_code')
    .where(reachesSatker);
}

/** The same answer as {@link reaches}, in the query, so that what is counted is what is shown. */
function reachesSatker(
  eb: ExpressionBuilder<Database, 'notification' | 'satker'>,
): Expression<SqlBool> {
  const role = 'notification.role';
  return eb.or([
    eb(role, 'in', rolesReaching('all')),
    eb.and([
      eb(role, 'in', rolesReaching('own')),
      eb('satker.code', '=', eb.ref('notification.role_at')),
    ]),
    eb.and([
      eb(role, 'in', rolesReaching('districts')),
      eb('satker.level', '=', 'kabupaten/kota'),
      eb('satker.province_code', '=', eb.ref('notification.role_at')),
    ]),
  ]);
}

/** Unread ones: counted for every page. */
export const countUnread = prepared((db, { userId }: OfUser) =>
  stillHeard(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('notification.user_id', '=', userId)
    .where('notification.read_at', 'is', null),
);

/** Where an LKE stands, for those who are told of it. */
export async function placeOfLke(db: Db, lkeId: number) {
  const row = await db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['satker.code', 'satker.province_code as provinceCode', 'satker.level', 'lke.year'])
    .where('lke.id', '=', lkeId)
    .executeTakeFirstOrThrow();
  const { year, ...place } = row;
  return { year, place };
}
