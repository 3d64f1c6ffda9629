import type { Role, SatkerLevel } from '../access/roles.js';
import {
  CONFIRMING_ROLES,
  isConfirmedByAll,
  isSecondOfSame,
  type ConfirmingRole,
  type GivenConfirmation,
} from './confirmation.js';
import { reviewersOf } from './hearers.js';
import { mayEver } from './judge-transition.js';
import { hasRecommender } from './recommendation.js';
import type { Stage } from './stages.js';
import type { StageAction } from './transitions.js';

/** What somebody who assesses, decides or confirms has to do next about one LKE. */
export type NextAct =
  | 'assess'
  | 'answer-return'
  | 'recommend'
  | 'decide'
  | 'send-letter'
  | 'begin'
  | 'confirm'
  | 'conclude';

export interface Watched {
  readonly stage: Stage;
  readonly level: SatkerLevel;
  /** The tier of the stage has assessed every indicator. */
  readonly isAssessed: boolean;
  /** A recommendation of the province's team holds. */
  readonly isRecommended: boolean;
  /** TPI returned it, and nobody has answered. */
  readonly isReturned: boolean;
  readonly isLetterSent: boolean;
  readonly confirmations: readonly GivenConfirmation[];
}

/** null where it is somebody else's turn, or nobody's. */
export function nextAct(
  at: Watched,
  who: { readonly roles: readonly Role[]; readonly userId: number },
): NextAct | null {
  switch (at.stage) {
    case 'pendahuluan':
      return preliminaryAct(at, who.roles);
    case 'menunggu-tpi':
      return handoverAct(at, who.roles);
    case 'tpi':
      return tpiAct(at, who);
    default:
      return null;
  }
}

function preliminaryAct(at: Watched, roles: readonly Role[]): NextAct | null {
  const isAssessor = reviewersOf('pendahuluan', at.level).some((role) => roles.includes(role));
  const isDecider = mayAny(roles, 'decide-layak', at.level);
  if (at.isReturned && (isAssessor || isDecider)) return 'answer-return';
  if (!at.isAssessed) return isAssessor ? 'assess' : null;
  const lacksWord = hasRecommender('pendahuluan', at.level) && !at.isRecommended;
  // A head who assesses too recommends nothing to themselves.
  if (isDecider && (!lacksWord || isAssessor)) return 'decide';
  return isAssessor && lacksWord ? 'recommend' : null;
}

function handoverAct({ level, isLetterSent }: Watched, roles: readonly Role[]): NextAct | null {
  if (isLetterSent) return mayAny(roles, 'begin-tpi', level) ? 'begin' : null;
  return mayAny(roles, 'send-letter', level) ? 'send-letter' : null;
}

function mayAny(roles: readonly Role[], action: StageAction, level: SatkerLevel): boolean {
  return roles.some((role) => mayEver(role, action, level));
}

function tpiAct(
  { level, isAssessed, confirmations }: Watched,
  { roles, userId }: { readonly roles: readonly Role[]; readonly userId: number },
): NextAct | null {
  if (!isAssessed) return roles.includes('tpi-anggota') ? 'assess' : null;
  if (awaited(confirmations).some((role) => isAsked(role, roles, confirmations, userId))) {
    return 'confirm';
  }
  return isConfirmedByAll(confirmations) && mayAny(roles, 'conclude-memenuhi', level)
    ? 'conclude'
    : null;
}

/** The roles whose confirmation is missing or fell. */
function awaited(given: readonly GivenConfirmation[]): readonly ConfirmingRole[] {
  return CONFIRMING_ROLES.filter((role) => !given.some((one) => one.role === role && one.holds));
}

function isAsked(
  role: ConfirmingRole,
  held: readonly Role[],
  given: readonly GivenConfirmation[],
  userId: number,
): boolean {
  return held.includes(role) && !isSecondOfSame(given, role, userId);
}
