import { reaches, type Grant, type Role, type SatkerPlace } from './roles.js';

/** The four assessments an LKE can carry, lowest first (domain.md, Tiers). */
export const TIERS = ['mandiri', 'pendahuluan', 'tpi', 'tpn'] as const;
export type Tier = (typeof TIERS)[number];

/** The tiers in which a role takes part, for one satker. */
export function tiersOf(role: Role, place: SatkerPlace): readonly Tier[] {
  switch (role) {
    case 'anggota':
    case 'ketua':
      return ['mandiri'];
    case 'penilai-provinsi':
    case 'sekretaris-provinsi':
      return ['pendahuluan'];
    case 'penilai-pusat':
      return place.level === 'provinsi' ? ['pendahuluan', 'tpn'] : ['tpn'];
    case 'tpi-anggota':
    case 'tpi-ketua':
    case 'tpi-dalnis':
      return ['tpi'];
    case 'evaluator-baca':
    case 'admin':
      return [];
  }
}

/**
 * One person may hold several roles, never two tiers of one LKE. Returns the first satker of
 * `places` where `added` would break that, else null. The centre's own two tiers (as assessor and
 * recorder of TPN) are one role and do not count against each other.
 */
export function tierConflict(
  held: readonly Grant[],
  added: Grant,
  places: Iterable<SatkerPlace>,
): SatkerPlace | null {
  for (const place of places) {
    if (!reaches(added, place)) continue;
    if (held.some((grant) => clash(grant, added, place))) return place;
  }
  return null;
}

function clash(held: Grant, added: Grant, place: SatkerPlace): boolean {
  if (held.role === added.role || !reaches(held, place)) return false;
  const before = tiersOf(held.role, place);
  const after = tiersOf(added.role, place);
  if (before.length === 0 || after.length === 0) return false;
  return before.some((tier) => after.some((other) => other !== tier));
}

/**
 * The same of what a person really did: the lowest tier in which they wrote, in these roles, that is
 * none of the wanted role's; null where there is none. Roles end, what was written stays theirs.
 */
export function otherTier(wrote: readonly Role[], wanted: Role, place: SatkerPlace): Tier | null {
  const own = tiersOf(wanted, place);
  if (own.length === 0) return null;
  const written = wrote.flatMap((role) => tiersOf(role, place));
  return TIERS.find((tier) => written.includes(tier) && !own.includes(tier)) ?? null;
}
