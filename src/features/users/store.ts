import type { Grant } from '../../domain/access/roles.js';
import { isRole, type Role } from '../../domain/access/roles.js';
import type { NamedPlace } from '../../domain/access/check-grants.js';
import type { Db, Tx } from '../../db/store.js';

/** A role as it stands in the register, with the name of its satker. */
export interface HeldGrant extends Grant {
  readonly id: number;
  readonly satkerName: string;
}

/** An account with everything its page shows. */
export interface UserAccount {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly hasPassword: boolean;
  readonly disabledAt: string | null;
  readonly createdAt: string;
  readonly version: number;
  readonly grants: readonly HeldGrant[];
}

export async function findUser(db: Db | Tx, id: number): Promise<UserAccount | null> {
  return find(db, 'id', id);
}

export async function findUserByName(db: Db | Tx, username: string): Promise<UserAccount | null> {
  return find(db, 'username', username);
}

async function find(
  db: Db | Tx,
  column: 'id' | 'username',
  value: number | string,
): Promise<UserAccount | null> {
  const row = await db.selectFrom('user').selectAll().where(column, '=', value).executeTakeFirst();
  if (row === undefined) return null;
  const grants = (await grantsOf(db, [row.id])).get(row.id) ?? [];
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    email: row.email,
    hasPassword: row.password_hash !== null,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    version: row.version,
    grants,
  };
}

/** Roles of several people, each in the order in which they were given. */
export async function grantsOf(
  db: Db | Tx,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, readonly HeldGrant[]>> {
  const grants = new Map<number, HeldGrant[]>();
  if (userIds.length === 0) return grants;
  const rows = await db
    .selectFrom('user_role')
    .innerJoin('satker', 'satker.code', 'user_role.satker_code')
    .select(['user_role.id', 'user_id', 'role', 'satker_code', 'satker.name'])
    .where('user_id', 'in', userIds)
    .orderBy('user_role.id')
    .execute();
  for (const row of rows) {
    if (!isRole(row.role)) continue;
    const grant = { id: row.id, role: row.role, satkerCode: row.satker_code, satkerName: row.name };
    grants.set(row.user_id, [...(grants.get(row.user_id) ?? []), grant]);
  }
  return grants;
}

/** Every satker by its code, in the order of the codes. */
export async function allPlaces(db: Db | Tx): Promise<ReadonlyMap<string, NamedPlace>> {
  const rows = await db
    .selectFrom('satker')
    .select(['code', 'province_code', 'level', 'name'])
    .orderBy('code')
    .execute();
  return new Map(
    rows.map(({ code, province_code, level, name }) => [
      code,
      { code, provinceCode: province_code, level, name },
    ]),
  );
}

/** Somebody else who can sign in as administrator now. */
export async function hasOtherAdmin(db: Db | Tx, userId: number): Promise<boolean> {
  const row = await db
    .selectFrom('user_role')
    .innerJoin('user', 'user.id', 'user_role.user_id')
    .select('user.id')
    .where('user_role.role', '=', 'admin' satisfies Role)
    .where('user.id', '!=', userId)
    .where('user.disabled_at', 'is', null)
    .where('user.password_hash', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every user name and e-mail in use. */
export async function takenNames(
  db: Db | Tx,
): Promise<{ usernames: ReadonlySet<string>; emails: ReadonlySet<string> }> {
  const rows = await db.selectFrom('user').select(['username', 'email']).execute();
  return {
    usernames: new Set(rows.map((row) => row.username)),
    emails: new Set(rows.flatMap((row) => (row.email === null ? [] : [row.email]))),
  };
}
