import type { AreaKey } from '../instrument/instrument.js';
import { mayEver } from '../lke/judge-transition.js';
import { STAGE_ACTIONS, type StageAction } from '../lke/transitions.js';
import { reaches, type Grant, type Role, type SatkerPlace } from './roles.js';

/** Everything a person can do to one satker or its LKE, and what an administrator does to all. */
export const SATKER_ACTIONS = [
  'lke.read',
  'lke.export',
  'lke.import',
  'answer.record',
  'answer.explain',
  'evidence.manage',
  'evidence.purge',
  'team.manage',
  'history.read',
  'review.read',
  'assessment.pendahuluan',
  'assessment.tpi',
  'assessment.confirm',
  'review.assign',
  'share.manage',
  'decision.read',
  'recommendation.make',
  'lhe.read',
  'lhe.write',
] as const;
export type SatkerAction = (typeof SATKER_ACTIONS)[number];

/** A step of the table of transitions, which says who may ever take it. */
export type StageStep = `stage.${StageAction}`;

export const GENERAL_ACTIONS = [
  'user.manage',
  'satker.manage',
  'year.manage',
  'proposal.make',
] as const;
export type GeneralAction = (typeof GENERAL_ACTIONS)[number];

/** The signed-in person as access sees them. */
export interface Viewer {
  readonly userId: number;
  readonly grants: readonly Grant[];
  /** Areas assigned to a member, by satker code. */
  readonly areas: ReadonlyMap<string, ReadonlySet<AreaKey>>;
}

/**
 * allowed; forbidden: the satker is in scope, the action is not (403);
 * invisible: the satker is outside the person's scope and answers as if it did not exist (404).
 */
export type Decision = 'allowed' | 'forbidden' | 'invisible';

const REVIEWER = [
  'lke.read',
  'lke.export',
  'history.read',
  'review.read',
] as const satisfies readonly SatkerAction[];

/** The one table of who may do what within the role's reach (domain.md, Who). */
const MAY = {
  anggota: [
    'lke.read',
    'lke.export',
    'lke.import',
    'answer.record',
    'evidence.manage',
    'history.read',
  ],
  ketua: [
    'lke.read',
    'lke.export',
    'lke.import',
    'answer.record',
    'answer.explain',
    'evidence.manage',
    'team.manage',
    'history.read',
    'share.manage',
  ],
  'penilai-provinsi': [
    ...REVIEWER,
    'assessment.pendahuluan',
    'decision.read',
    'recommendation.make',
  ],
  'sekretaris-provinsi': [...REVIEWER, 'review.assign', 'decision.read'],
  'penilai-pusat': [
    ...REVIEWER,
    'assessment.pendahuluan',
    'review.assign',
    'share.manage',
    'decision.read',
  ],
  'tpi-anggota': [...REVIEWER, 'assessment.tpi', 'lhe.read', 'lhe.write'],
  'tpi-ketua': [...REVIEWER, 'assessment.confirm', 'review.assign', 'lhe.read', 'lhe.write'],
  'tpi-dalnis': [...REVIEWER, 'assessment.confirm', 'lhe.read'],
  'evaluator-baca': ['lke.read', 'lke.export'],
  admin: ['lke.read', 'lke.export', 'evidence.purge', 'history.read'],
} as const satisfies Record<Role, readonly SatkerAction[]>;

/** The centre assesses the KPU Provinsi only; everywhere else it reads (domain.md, Who). */
const AT_PROVINCE_ONLY: readonly SatkerAction[] = [
  'assessment.pendahuluan',
  'review.assign',
  'decision.read',
];

/** A team recommends to its head: whoever decides recommends nothing to themselves (domain.md, Tiers). */
const NOT_BESIDE: Partial<Record<SatkerAction, Role>> = {
  'recommendation.make': 'sekretaris-provinsi',
};

/** May the person do this to the satker? Areas are asked apart, see {@link mayWorkOnArea}. */
export function decide(
  viewer: Viewer,
  action: SatkerAction | StageStep,
  place: SatkerPlace,
): Decision {
  const held = viewer.grants.filter((grant) => reaches(grant, place));
  if (held.length === 0) return 'invisible';
  if (held.some(({ role }) => role === barringRole(action))) return 'forbidden';
  return held.some((grant) => roleMay(grant.role, action, place)) ? 'allowed' : 'forbidden';
}

function barringRole(action: SatkerAction | StageStep): Role | undefined {
  return (NOT_BESIDE as Partial<Record<string, Role>>)[action];
}

/** The role in which an allowed action is done: the first that allows it; for the history. */
export function actingRole(
  viewer: Viewer,
  action: SatkerAction | StageStep,
  place: SatkerPlace,
): Role | null {
  const held = viewer.grants.find((g) => reaches(g, place) && roleMay(g.role, action, place));
  return held?.role ?? null;
}

/** A lead works on every area of the own satker, a member on those assigned. */
export function mayWorkOnArea(
  viewer: Viewer,
  place: Pick<SatkerPlace, 'code'>,
  area: AreaKey,
): boolean {
  const own = viewer.grants.filter((grant) => grant.satkerCode === place.code);
  if (own.some((grant) => grant.role === 'ketua')) return true;
  if (!own.some((grant) => grant.role === 'anggota')) return false;
  return viewer.areas.get(place.code)?.has(area) ?? false;
}

/** What is done to the product as a whole is the administrator's; to propose is the centre's. */
const GENERAL_ROLE = {
  'user.manage': 'admin',
  'satker.manage': 'admin',
  'year.manage': 'admin',
  'proposal.make': 'penilai-pusat',
} as const satisfies Record<GeneralAction, Role>;

export function decideGeneral(viewer: Viewer, action: GeneralAction): Decision {
  if (!Object.hasOwn(GENERAL_ROLE, action)) return 'forbidden';
  return viewer.grants.some(({ role }) => role === GENERAL_ROLE[action]) ? 'allowed' : 'forbidden';
}

/** The roles in which a person reaches a satker. */
export function rolesAt(viewer: Viewer, place: SatkerPlace): readonly Role[] {
  return viewer.grants.filter((grant) => reaches(grant, place)).map(({ role }) => role);
}

function roleMay(role: Role, action: SatkerAction | StageStep, place: SatkerPlace): boolean {
  const step = STAGE_ACTIONS.find((one) => `stage.${one}` === action);
  if (step !== undefined) return mayEver(role, step, place.level);
  const isElsewhere = role === 'penilai-pusat' && place.level !== 'provinsi';
  if (isElsewhere && (AT_PROVINCE_ONLY as readonly string[]).includes(action)) return false;
  return (MAY[role] as readonly string[]).includes(action);
}
