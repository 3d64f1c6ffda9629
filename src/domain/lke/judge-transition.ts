import type { Role, SatkerLevel } from '../access/roles.js';
import type { Stage } from './stages.js';
import { TRANSITIONS, type Condition, type StageAction, type Transition } from './transitions.js';

/** One wish: who (in which roles that reach the satker) wants what, where the LKE stands. */
export interface Wish {
  readonly action: StageAction;
  readonly stage: Stage;
  readonly level: SatkerLevel;
  readonly roles: readonly Role[];
}

/** Only the facts that {@link conditionsOf} names are asked; one that is missing is not met. */
export type Facts = Partial<Readonly<Record<Condition, boolean>>>;

export type Verdict =
  | { readonly verdict: 'allowed'; readonly transition: Transition; readonly role: Role }
  /** Never this person's to do at such a satker: 403. */
  | { readonly verdict: 'wrong-role' }
  /** Theirs, or somebody's, but not at this stage: 409. */
  | { readonly verdict: 'wrong-stage'; readonly stage: Stage }
  /** Theirs and now, but something is still missing. */
  | { readonly verdict: 'unmet'; readonly unmet: readonly Condition[] };

/** Role first (it does not change), then stage, then the conditions in the order of the table. */
export function judgeTransition(wish: Wish, facts: Facts): Verdict {
  if (!wish.roles.some((role) => mayEver(role, wish.action, wish.level))) {
    return { verdict: 'wrong-role' };
  }
  const transition = findTransition(wish);
  if (transition === null) return { verdict: 'wrong-stage', stage: wish.stage };
  const role = wish.roles.find((held) => transition.roles.includes(held));
  if (role === undefined) return { verdict: 'wrong-role' };
  const unmet = transition.conditions.filter((condition) => facts[condition] !== true);
  return unmet.length > 0 ? { verdict: 'unmet', unmet } : { verdict: 'allowed', transition, role };
}

/** The row for an action at a stage and level, whoever asks; null where there is none. */
export function findTransition(wish: Pick<Wish, 'action' | 'stage' | 'level'>): Transition | null {
  const found = TRANSITIONS.find(
    ({ action, from, levels }) =>
      action === wish.action && from === wish.stage && levels.includes(wish.level),
  );
  return found ?? null;
}

/** What a role can do to satker of a level at some stage; access asks this before the stage. */
export function mayEver(role: Role, action: StageAction, level: SatkerLevel): boolean {
  return TRANSITIONS.some(
    (row) => row.action === action && row.levels.includes(level) && row.roles.includes(role),
  );
}

/** Every action open to these roles now, conditions aside; in the order of the table. */
export function actionsNow(wish: Omit<Wish, 'action'>): readonly Transition[] {
  return TRANSITIONS.filter(
    ({ from, levels, roles }) =>
      from === wish.stage &&
      levels.includes(wish.level) &&
      wish.roles.some((role) => roles.includes(role)),
  );
}
