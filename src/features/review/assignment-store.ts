import type { Role, SatkerPlace } from '../../domain/access/roles.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Db, Tx } from '../../db/store.js';
import { otherTierOf } from '../../web/tier-store.js';

export interface Candidate {
  readonly userId: number;
  readonly name: string;
  readonly assigned: boolean;
  /** Other satker of the year that the person has. */
  readonly others: number;
  /** Another tier of this LKE in which the person took part. */
  readonly barredBy: Tier | null;
}

/** Everybody who could assess this satker in the tier, with what they have already. */
export async function candidatesFor(
  db: Db,
  place: SatkerPlace,
  tier: JudgingTier,
  year: number,
): Promise<readonly Candidate[]> {
  const held = holdersOf(place, tier);
  const people = await db
    .selectFrom('user')
    .innerJoin('user_role', 'user_role.user_id', 'user.id')
    .select(['user.id as userId', 'user.name'])
    .where('user_role.role', '=', held.role)
    .where('user_role.satker_code', '=', held.at)
    .where('user.disabled_at', 'is', null)
    .orderBy('user.name')
    .execute();
  const rows = await db
    .selectFrom('review_assignment')
    .select(['user_id', 'satker_code'])
    .where('year', '=', year)
    .execute();
  const found: Candidate[] = [];
  for (const { userId, name } of people) {
    const own = rows.filter((row) => row.user_id === userId);
    const here = own.filter((row) => row.satker_code === place.code).length;
    const barredBy = await otherTierOf(db, { userId, role: held.role, place, year });
    found.push({ userId, name, assigned: here > 0, others: own.length - here, barredBy });
  }
  return found;
}

/** The role in which a tier is assessed. */
export type AssessingRole = Extract<Role, 'penilai-provinsi' | 'penilai-pusat' | 'tpi-anggota'>;

/** The role that assesses in the tier, and where it is held for this satker. */
export function holdersOf(
  place: SatkerPlace,
  tier: JudgingTier,
): { role: AssessingRole; at: string } {
  if (tier === 'tpi') return { role: 'tpi-anggota', at: place.code };
  return place.level === 'provinsi'
    ? { role: 'penilai-pusat', at: '00' }
    : { role: 'penilai-provinsi', at: place.provinceCode };
}

interface OfSatker {
  readonly satkerCode: string;
  readonly year: number;
}

export async function insertAssignment(
  tx: Tx,
  { satkerCode, year }: OfSatker,
  userId: number,
  assignedBy: number | null,
  at: string,
): Promise<void> {
  await tx
    .insertInto('review_assignment')
    .values({
      user_id: userId,
      satker_code: satkerCode,
      year,
      assigned_by: assignedBy,
      assigned_at: at,
    })
    .execute();
}

export async function removeAssignment(
  tx: Tx,
  { satkerCode, year }: OfSatker,
  userId: number,
): Promise<void> {
  await tx
    .deleteFrom('review_assignment')
    .where('user_id', '=', userId)
    .where('satker_code', '=', satkerCode)
    .where('year', '=', year)
    .execute();
}
