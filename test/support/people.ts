import type TestAgent from 'supertest/lib/agent.js';
import type { TestApp } from './app.js';

/** Looks at people and their roles straight in the database, as a check of what the pages did. */
export async function personIn(zi: TestApp, username: string) {
  return zi.deps.store.db
    .selectFrom('user')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
}

export async function rolesIn(zi: TestApp, username: string): Promise<string[]> {
  const rows = await zi.deps.store.db
    .selectFrom('user_role')
    .innerJoin('user', 'user.id', 'user_role.user_id')
    .select(['user_role.id', 'role', 'satker_code'])
    .where('username', '=', username)
    .orderBy('user_role.id')
    .execute();
  return rows.map((row) => `${row.role} ${row.satker_code}`);
}

export async function roleId(zi: TestApp, username: string, role: string): Promise<number> {
  const row = await zi.deps.store.db
    .selectFrom('user_role')
    .innerJoin('user', 'user.id', 'user_role.user_id')
    .select('user_role.id')
    .where('username', '=', username)
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function areasIn(zi: TestApp, username: string): Promise<string[]> {
  const rows = await zi.deps.store.db
    .selectFrom('area_assignment')
    .innerJoin('user', 'user.id', 'area_assignment.user_id')
    .select(['satker_code', 'area'])
    .where('username', '=', username)
    .orderBy('area')
    .execute();
  return rows.map((row) => `${row.satker_code} ${row.area}`);
}

/** Number of history entries: nothing changed where it stands still. */
export async function historyLength(zi: TestApp): Promise<number> {
  const row = await zi.deps.store.db
    .selectFrom('history')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The one-time link that a page shows, as a path of ours. */
export function linkIn(html: string): string {
  const link = /value="https?:\/\/[^/"]+(\/tautan\/[\w-]{43})"/.exec(html)?.[1];
  if (link === undefined) throw new Error('the page shows no one-time link');
  return link;
}

export async function isSignedIn(agent: TestAgent): Promise<boolean> {
  return (await agent.get('/sandi')).status === 200;
}
