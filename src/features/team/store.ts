import { AREA_KEYS, type AreaKey } from '../../domain/instrument/instrument.js';
import type { Db, Tx } from '../../db/store.js';

export const TEAM_ROLES = ['anggota', 'ketua'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** One person of a satker's team. */
export interface Member {
  readonly userId: number;
  readonly username: string;
  readonly name: string;
  readonly role: TeamRole;
  /** In the order of the worksheet; a lead works on all of them whatever stands here. */
  readonly areas: readonly AreaKey[];
  readonly hasPassword: boolean;
  readonly isDisabled: boolean;
  /** Holds a role outside this team, which its lead must not get at. */
  readonly isElsewhere: boolean;
  readonly version: number;
}

/** Leads first, then members, each by name. */
export async function readTeam(db: Db | Tx, satkerCode: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('user_role')
    .innerJoin('user', 'user.id', 'user_role.user_id')
    .select([
      'user.id',
      'user.username',
      'user.name',
      'user.password_hash',
      'user.disabled_at',
      'user.version',
      'user_role.role',
    ])
    .where('user_role.satker_code', '=', satkerCode)
    .where('user_role.role', 'in', TEAM_ROLES)
    .orderBy('user_role.role', 'desc')
    .orderBy('user.name')
    .orderBy('user.id')
    .execute();
  const elsewhere = await idsElsewhere(db, satkerCode);
  const areas = await areasOfTeam(db, satkerCode);
  const seen = new Set<number>();
  // Who is both is listed once, as lead: that row comes first.
  const first = rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
  return first.map((row) => ({
    userId: row.id,
    username: row.username,
    name: row.name,
    role: row.role === 'ketua' ? 'ketua' : 'anggota',
    areas: AREA_KEYS.filter((area) => areas.get(row.id)?.has(area)),
    hasPassword: row.password_hash !== null,
    isDisabled: row.disabled_at !== null,
    isElsewhere: elsewhere.has(row.id),
    version: row.version,
  }));
}

/** null where this person is not of this team, also where nobody has that number. */
export async function findMember(
  db: Db | Tx,
  satkerCode: string,
  userId: number,
): Promise<Member | null> {
  const team = await readTeam(db, satkerCode);
  return team.find((member) => member.userId === userId) ?? null;
}

/** An account at nobody's disposal: not closed, and without any role. */
export interface IdleAccount {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly version: number;
}

/** null alike where nobody has this name, where the account is closed, and where it has a role. */
export async function findIdleAccount(db: Db | Tx, username: string): Promise<IdleAccount | null> {
  const row = await db
    .selectFrom('user')
    .select(['id', 'username', 'name', 'password_hash', 'version'])
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .where('id', 'not in', (inner) => inner.selectFrom('user_role').select('user_id'))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { password_hash, ...account } = row;
  return { ...account, hasPassword: password_hash !== null };
}

/** People of this team who also hold a role of another kind or at another satker. */
async function idsElsewhere(db: Db | Tx, satkerCode: string): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('user_role as held')
    .select('held.user_id')
    .distinct()
    .where((row) =>
      row.or([row('held.satker_code', '!=', satkerCode), row('held.role', 'not in', TEAM_ROLES)]),
    )
    .where('held.user_id', 'in', (inner) =>
      inner.selectFrom('user_role').select('user_id').where('satker_code', '=', satkerCode),
    )
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

async function areasOfTeam(
  db: Db | Tx,
  satkerCode: string,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('area_assignment')
    .select(['user_id', 'area'])
    .where('satker_code', '=', satkerCode)
    .execute();
  const areas = new Map<number, Set<string>>();
  for (const { user_id, area } of rows) {
    areas.set(user_id, (areas.get(user_id) ?? new Set()).add(area));
  }
  return areas;
}
