import { sql } from 'kysely';
import type { Role } from '../../domain/access/roles.js';
import type { Db } from '../../db/store.js';
import { grantsOf, type HeldGrant } from './store.js';

export const USER_STATES = ['aktif', 'belum-masuk', 'nonaktif'] as const;
export type UserState = (typeof USER_STATES)[number];

/** What the list of people is narrowed and ordered by; "" means not. */
export interface UserFilter {
  readonly search: string;
  readonly role: '' | Role;
  readonly satkerCode: string;
  readonly state: '' | UserState;
  readonly sort: 'name' | 'username' | 'created_at';
  readonly direction: 'asc' | 'desc';
}

export interface ListedUser {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly state: UserState;
  readonly createdAt: string;
  readonly grants: readonly HeldGrant[];
}

export async function countUsers(db: Db, filter: UserFilter): Promise<number> {
  const row = await narrowed(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function listUsers(
  db: Db,
  filter: UserFilter,
  limit: number,
  offset: number,
): Promise<readonly ListedUser[]> {
  const rows = await narrowed(db, filter)
    .selectAll()
    .orderBy(filter.sort, filter.direction)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const grants = await grantsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    email: row.email,
    state: stateOf(row.disabled_at !== null, row.password_hash !== null),
    createdAt: row.created_at,
    grants: grants.get(row.id) ?? [],
  }));
}

export function stateOf(isDisabled: boolean, hasPassword: boolean): UserState {
  if (isDisabled) return 'nonaktif';
  return hasPassword ? 'aktif' : 'belum-masuk';
}

function narrowed(db: Db, filter: UserFilter) {
  let query = db.selectFrom('user');
  if (filter.state === 'nonaktif') query = query.where('disabled_at', 'is not', null);
  else if (filter.state !== '') {
    const password = filter.state === 'aktif' ? 'is not' : 'is';
    query = query.where('disabled_at', 'is', null).where('password_hash', password, null);
  }
  if (filter.role !== '' || filter.satkerCode !== '') {
    query = query.where('id', 'in', holders(db, filter));
  }
  if (filter.search === '') return query;
  const pattern = `%${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return query.where((eb) =>
    eb.or(
      (['username', 'name', 'email'] as const).map(
        (column) => sql<boolean>`lower(${eb.ref(column)}) LIKE ${pattern} ESCAPE '\\'`,
      ),
    ),
  );
}

/** People with this role, at this satker; both together mean this role at this satker. */
function holders(db: Db, filter: UserFilter) {
  let query = db.selectFrom('user_role').select('user_id');
  if (filter.role !== '') query = query.where('role', '=', filter.role);
  if (filter.satkerCode !== '') query = query.where('satker_code', '=', filter.satkerCode);
  return query;
}
