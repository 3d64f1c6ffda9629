import type { Db, Tx } from './store.js';

/** Writing of accounts, alike for administrators, team leads, the first start and the operator. */
export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  /** Null until the invited person chooses one. */
  readonly passwordHash: string | null;
}

/** Adds an account without roles and gives its id. */
export async function insertAccount(tx: Tx, account: NewAccount, at: Date): Promise<number> {
  const { id } = await tx
    .insertInto('user')
    .values({
      username: account.username,
      email: account.email,
      name: account.name,
      password_hash: account.passwordHash,
      disabled_at: null,
      created_at: at.toISOString(),
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertGrant(
  tx: Tx,
  userId: number,
  grant: { readonly role: string; readonly satkerCode: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('user_role')
    .values({
      user_id: userId,
      role: grant.role,
      satker_code: grant.satkerCode,
      created_at: at.toISOString(),
    })
    .execute();
}

export type UniqueField = 'username' | 'email';

/** Which of the two somebody else has already. */
export async function takenFields(
  db: Db | Tx,
  wanted: { readonly username: string; readonly email: string | null },
  exceptId = 0,
): Promise<readonly UniqueField[]> {
  const rows = await db
    .selectFrom('user')
    .select(['username', 'email'])
    .where((row) =>
      row.or([row('username', '=', wanted.username), row('email', '=', wanted.email ?? '')]),
    )
    .where('id', '!=', exceptId)
    .execute();
  const taken: UniqueField[] = [];
  if (rows.some((row) => row.username === wanted.username)) taken.push('username');
  if (rows.some((row) => row.email !== null && row.email === wanted.email)) taken.push('email');
  return taken;
}

/**
 * Moves an account's version on, if it is still the one that was seen; false when it is not. Roles
 * and areas count as part of the account.
 */
export async function bumpVersion(tx: Tx, userId: number, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('user')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', userId)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
