import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROLES, type Role } from '../../src/domain/access/roles.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { MAY, verdictFor, type SatkerDeed } from '../access/law.js';
import type { RouteCase } from '../access/registry.js';
import { pageKinds } from './page-kinds.js';

/** Which pages each role saw, stage by stage, over all years that were played. */
export interface Sightings {
  add(role: Role, stage: Stage, kinds: readonly string[]): void;
  /** Pages of a satker that the law gives a role and no link led it to; others that nobody saw. */
  missed(): readonly string[];
  /** By whoever. */
  kinds(): ReadonlySet<string>;
  /** "role, stage: pages", a line each. */
  lines(): readonly string[];
}

export function sightings(): Sightings {
  const seen = new Map<string, Set<string>>();
  const seenBy = (role: Role): Set<string> =>
    new Set([...seen].flatMap(([key, kinds]) => (key.startsWith(`${role}, `) ? [...kinds] : [])));
  return {
    add(role, stage, kinds) {
      const key = `${role}, ${stage}`;
      seen.set(key, new Set([...(seen.get(key) ?? []), ...kinds]));
    },
    missed() {
      const byRole = new Map(ROLES.map((role) => [role, seenBy(role)]));
      return pageKinds().flatMap(({ key, route }) => {
        const owners = isOfSatker(route) ? ROLES.filter((role) => isGivenTo(role, route)) : [];
        const blind = owners.filter((role) => byRole.get(role)?.has(key) !== true);
        const isUnseen = ROLES.every((role) => byRole.get(role)?.has(key) !== true);
        if (isUnseen) return [key];
        return blind.map((role) => `${key} by ${role}`);
      });
    },
    kinds: () => new Set([...seen.values()].flatMap((kinds) => [...kinds])),
    lines: () => [...seen].map(([key, kinds]) => `${key}: ${[...kinds].sort().join(', ')}`).sort(),
  };
}

/** Kept only where ZI_PICTURES names a folder: who saw what. */
export function keepSightings(name: string, found: Sightings): void {
  const folder = process.env['ZI_PICTURES'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.txt`), `${found.lines().join('\n')}\n`);
}

type SatkerRoute = RouteCase & { readonly deed: SatkerDeed };

function isOfSatker(route: RouteCase): route is SatkerRoute {
  return route.deed in MAY;
}

/** The centre does for a KPU Provinsi what here the province does. */
function isGivenTo(role: Role, { deed }: SatkerRoute): boolean {
  return verdictFor(role, deed, 'mataram') === 'done';
}
