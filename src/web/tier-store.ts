import {
  actingRole,
  type SatkerAction,
  type StageStep,
  type Viewer,
} from '../domain/access/decide.js';
import { isRole, type Role, type SatkerPlace } from '../domain/access/roles.js';
import { otherTier, tiersOf, type Tier } from '../domain/access/tiers.js';
import { TIER_ACTIONS } from '../domain/lke/history-actions.js';
import { prepared } from '../db/prepared.js';
import type { Db, HistoryEntry, Tx } from '../db/store.js';

/**
 * One person may hold several roles, never two tiers of one LKE (domain.md, Who). Roles come and go;
 * the history says who took part in which tier.
 */

interface Wish {
  readonly userId: number;
  readonly role: Role;
  readonly place: SatkerPlace;
  readonly year: number;
}

/** The other tier of this LKE in which the person wrote, or null. */
export async function otherTierOf(db: Db, wish: Wish): Promise<Tier | null> {
  const { userId, role, place, year } = wish;
  if (tiersOf(role, place).length === 0) return null;
  const rows = await selectRoles(db, { userId, satkerCode: place.code, year });
  return otherTier(rows.map((row) => row.role).filter(isRole), role, place);
}

/**
 * The other tier that keeps this person from the first of these acts that a role of theirs allows here;
 * null where nothing does. Pages ask it before they offer a form.
 */
export async function barredFrom(
  db: Db,
  user: Viewer & { readonly userId: number },
  actions: readonly (SatkerAction | StageStep)[],
  { satker, year }: { readonly satker: SatkerPlace; readonly year: number },
): Promise<Tier | null> {
  const roles = actions.map((action) => actingRole(user, action, satker));
  const role = roles.find((one) => one !== null) ?? null;
  if (role === null) return null;
  return otherTierOf(db, { userId: user.userId, role, place: satker, year });
}

const selectRoles = prepared(
  (db, wish: { readonly userId: number; readonly satkerCode: string; readonly year: number }) =>
    db
      .selectFrom('history')
      .select('actor_role as role')
      .distinct()
      .where('actor_id', '=', wish.userId)
      .where('satker_code', '=', wish.satkerCode)
      .where('year', '=', wish.year)
      .where('action', 'in', [...TIER_ACTIONS]),
);

/** One LKE in which a person took part, in these roles. */
export interface Part {
  readonly satkerCode: string;
  readonly year: number;
  readonly roles: readonly Role[];
}

/** Every LKE in which a person took part in a tier, by satker and year. */
export async function partsOf(db: Db, userId: number): Promise<readonly Part[]> {
  const rows = await db
    .selectFrom('history')
    .select(['satker_code as satkerCode', 'year', 'actor_role as role'])
    .distinct()
    .where('actor_id', '=', userId)
    .where('satker_code', 'is not', null)
    .where('year', 'is not', null)
    .where('action', 'in', [...TIER_ACTIONS])
    .orderBy('satker_code')
    .orderBy('year')
    .execute();
  const parts = new Map<string, Part>();
  for (const { satkerCode, year, role } of rows) {
    if (satkerCode === null || year === null || !isRole(role)) continue;
    const key = `${satkerCode} ${year}`;
    const roles = [...(parts.get(key)?.roles ?? []), role];
    parts.set(key, { satkerCode, year, roles });
  }
  return [...parts.values()];
}

/** Who was asked already, in which transaction. */
const asked = new WeakMap<Tx, Set<string>>();

/** Throws where an entry would make its actor write in a second tier, so that all of it falls. */
export async function requireOneTier(
  tx: Tx,
  { userId, role }: { readonly userId: number | null; readonly role: string },
  { action, satkerCode, year }: HistoryEntry,
): Promise<void> {
  const isPart = (TIER_ACTIONS as readonly string[]).includes(action);
  if (!isPart || userId === null || !isRole(role) || !satkerCode || !year) return;
  const key = `${userId} ${role} ${satkerCode} ${year}`;
  const known = asked.get(tx) ?? new Set();
  if (known.has(key)) return;
  asked.set(tx, known.add(key));
  const place = await placeOf(tx, satkerCode);
  const tier = place === null ? null : await otherTierOf(tx, { userId, role, place, year });
  if (place !== null && tier !== null) throw new OtherTierError(tier, place.name);
}

export class OtherTierError extends Error {
  readonly status = 403;
  constructor(
    readonly tier: Tier,
    readonly satker: string,
  ) {
    super(`this person took part in another tier: ${tier}`);
  }
}

async function placeOf(
  tx: Tx,
  code: string,
): Promise<(SatkerPlace & { readonly name: string }) | null> {
  const [row] = await selectPlace(tx, { code });
  return row ?? null;
}

const selectPlace = prepared((db, { code }: { readonly code: string }) =>
  db
    .selectFrom('satker')
    .select(['code', 'name', 'level', 'province_code as provinceCode'])
    .where('code', '=', code),
);
