import { CAST, MATARAM } from '../../fixtures/cast.js';
import type { Role } from '../../src/domain/access/roles.js';
import type { Actor } from '../../src/db/store.js';
import { AREA_KEYS } from '../../src/domain/instrument/instrument.js';
import type { TestApp } from './app.js';

/** Who holds each role of one satker's year, by user name. */
export type YearPeople = Readonly<Record<Role, string>>;

/** The cast for a satker; who is missing there joins, with the password of the cast. */
export async function yearPeople(zi: TestApp, satker: string): Promise<YearPeople> {
  const lead = CAST.find((one) => one.roles.some((r) => r.role === 'ketua' && r.satker === satker));
  if (lead === undefined) throw new Error(`nobody leads ${satker}`);
  const people: Record<Role, string> = {
    anggota: 'anggota.mataram',
    ketua: lead.username,
    'penilai-provinsi': 'provinsi',
    'sekretaris-provinsi': 'sekretaris.provinsi',
    'penilai-pusat': 'pusat',
    'tpi-anggota': 'tpi.anggota',
    'tpi-ketua': 'tpi.ketua',
    'tpi-dalnis': 'tpi.dalnis',
    'evaluator-baca': 'evaluator',
    admin: 'admin',
  };
  if (satker === MATARAM) return people;
  for (const role of ['anggota', 'evaluator-baca'] as const) {
    people[role] = await join(zi, role, satker);
  }
  return people;
}

export async function actorOf(zi: TestApp, username: string, role: Role): Promise<Actor> {
  const { id, name } = await zi.deps.store.db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return { userId: id, name, role, origin: 'web 127.0.0.1' };
}

async function join({ deps }: TestApp, role: Role, satker_code: string): Promise<string> {
  const username = `${role}.${satker_code}`;
  const created_at = deps.clock().toISOString();
  await deps.store.write(async (tx) => {
    const { password_hash } = await tx
      .selectFrom('user')
      .select('password_hash')
      .where('username', '=', 'ketua.mataram')
      .executeTakeFirstOrThrow();
    const person = { username, email: null, name: `Orang ${satker_code}`, password_hash };
    const { id } = await tx
      .insertInto('user')
      .values({ ...person, disabled_at: null, created_at, version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('user_role')
      .values({ user_id: id, role, satker_code, created_at })
      .execute();
    if (role !== 'anggota') return;
    const areas = AREA_KEYS.map((area) => ({ user_id: id, satker_code, area }));
    await tx.insertInto('area_assignment').values(areas).execute();
  });
  return username;
}
