import type { Db, Tx } from '../../db/store.js';

/** What signing in needs of an account. */
export interface SignInAccount {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
}

/** By user name or e-mail, both kept in lower case; a user name never contains "@". */
export async function findAccountByName(db: Db, typed: string): Promise<SignInAccount | null> {
  const column = typed.includes('@') ? 'email' : 'username';
  const row = await accounts(db).where(column, '=', typed).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export async function findAccount(db: Db | Tx, id: number): Promise<SignInAccount | null> {
  const row = await accounts(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** Sets the password if it is still the one that was checked; false when another change came first. */
export async function replacePassword(
  tx: Tx,
  userId: number,
  before: string | null,
  after: string,
): Promise<boolean> {
  const update = tx.updateTable('user').set({ password_hash: after }).where('id', '=', userId);
  const matching =
    before === null
      ? update.where('password_hash', 'is', null)
      : update.where('password_hash', '=', before);
  const { numUpdatedRows } = await matching.executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Somebody who can still sign in, or was invited to, as administrator. */
export async function hasAdmin(db: Db | Tx): Promise<boolean> {
  const row = await db
    .selectFrom('user_role')
    .innerJoin('user', 'user.id', 'user_role.user_id')
    .select('user.id')
    .where('user_role.role', '=', 'admin')
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a guesser would try for this person first: names, e-mail, the own offices. */
export async function knownWordsOf(db: Db, userId: number): Promise<readonly string[]> {
  const user = await db
    .selectFrom('user')
    .select(['username', 'name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirst();
  const offices = await db
    .selectFrom('user_role')
    .innerJoin('satker', 'satker.code', 'user_role.satker_code')
    .select('satker.name')
    .distinct()
    .where('user_role.user_id', '=', userId)
    .execute();
  const own = user === undefined ? [] : [user.username, user.name, user.email ?? ''];
  return [...own, ...offices.map((office) => office.name)];
}

interface AccountRow {
  id: number;
  username: string;
  name: string;
  password_hash: string | null;
  disabled_at: string | null;
}

function accounts(db: Db | Tx) {
  return db.selectFrom('user').select(['id', 'username', 'name', 'password_hash', 'disabled_at']);
}

function accountOf(row: AccountRow): SignInAccount {
  const { id, username, name } = row;
  return {
    id,
    username,
    name,
    passwordHash: row.password_hash,
    isDisabled: row.disabled_at !== null,
  };
}
