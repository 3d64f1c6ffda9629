import { isRole, type Grant } from '../domain/access/roles.js';
import type { Viewer } from '../domain/access/decide.js';
import type { AreaKey } from '../domain/instrument/instrument.js';
import { prepared } from '../db/prepared.js';
import type { Db } from '../db/store.js';

/** The signed-in person of a request: who they are and what they may. */
export interface SignedIn extends Viewer {
  readonly username: string;
  readonly name: string;
}

/** The enabled person with this id, with roles and areas as they are now, or null. */
export async function findSignedIn(db: Db, userId: number): Promise<SignedIn | null> {
  const [user] = await selectEnabled(db, { userId });
  if (user === undefined) return null;
  const [roles, areas] = [await rolesOf(db, userId), await areasOf(db, userId)];
  return { userId, username: user.username, name: user.name, grants: roles, areas };
}

async function rolesOf(db: Db, userId: number): Promise<Grant[]> {
  const rows = await selectRoles(db, { userId });
  return rows.flatMap(({ role, satker_code }) =>
    isRole(role) ? [{ role, satkerCode: satker_code }] : [],
  );
}

async function areasOf(db: Db, userId: number): Promise<ReadonlyMap<string, ReadonlySet<AreaKey>>> {
  const rows = await selectAreas(db, { userId });
  const areas = new Map<string, Set<AreaKey>>();
  for (const row of rows) {
    const set = areas.get(row.satker_code) ?? new Set<AreaKey>();
    areas.set(row.satker_code, set.add(row.area as AreaKey));
  }
  return areas;
}

// Read on every request.
interface OfUser {
  readonly userId: number;
}

const selectEnabled = prepared((db, { userId }: OfUser) =>
  db
    .selectFrom('user')
    .select(['id', 'username', 'name'])
    .where('id', '=', userId)
    .where('disabled_at', 'is', null),
);

const selectRoles = prepared((db, { userId }: OfUser) =>
  db
    .selectFrom('user_role')
    .select(['role', 'satker_code'])
    .where('user_id', '=', userId)
    .orderBy('id'),
);

const selectAreas = prepared((db, { userId }: OfUser) =>
  db.selectFrom('area_assignment').select(['satker_code', 'area']).where('user_id', '=', userId),
);
