import type { Problem } from '../problem.js';
import { mayBeHeldAt, type Grant, type SatkerPlace } from './roles.js';
import { tierConflict } from './tiers.js';

export interface NamedPlace extends SatkerPlace {
  readonly name: string;
}

/**
 * Why these roles may not be added to those a person holds: a role stands at the wrong kind of
 * satker, or one person would work in two tiers of one LKE. Roles held already are no problem.
 * `places` are all satker there are.
 */
export function checkGrants(
  held: readonly Grant[],
  added: readonly Grant[],
  places: ReadonlyMap<string, NamedPlace>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const together = [...held];
  for (const grant of newGrants(held, added)) {
    const problem = whyNot(together, grant, places);
    if (problem === null) together.push(grant);
    else problems.push(problem);
  }
  return problems;
}

/** Those of `added` that are not held yet, each once. */
export function newGrants(held: readonly Grant[], added: readonly Grant[]): readonly Grant[] {
  const same = (a: Grant, b: Grant) => a.role === b.role && a.satkerCode === b.satkerCode;
  return added.filter(
    (grant, at) =>
      !held.some((other) => same(other, grant)) &&
      added.findIndex((other) => same(other, grant)) === at,
  );
}

function whyNot(
  held: readonly Grant[],
  grant: Grant,
  places: ReadonlyMap<string, NamedPlace>,
): Problem | null {
  const field = 'satker';
  const place = places.get(grant.satkerCode);
  if (place === undefined) {
    return { field, code: 'unknown-satker', args: { satker: grant.satkerCode } };
  }
  if (!mayBeHeldAt(grant.role, place)) {
    return { field, code: 'role-not-here', args: { role: grant.role, satker: place.name } };
  }
  const conflict = tierConflict(held, grant, places.values());
  if (conflict === null) return null;
  const satker = places.get(conflict.code)?.name ?? conflict.code;
  return { field, code: 'two-tiers', args: { role: grant.role, satker } };
}
