import { decide, rolesAt, type SatkerAction, type StageStep } from '../domain/access/decide.js';
import type { Role, SatkerPlace } from '../domain/access/roles.js';
import { lkeNav, type LkeNav } from './lke-nav.js';
import type { SignedIn } from './viewer-store.js';

/** One LKE as the signed-in person may see it. */
export interface LkePlace<Lke> {
  readonly user: SignedIn;
  /** Roles in which the person reaches the satker. */
  readonly roles: readonly Role[];
  readonly lke: Lke;
  readonly nav: LkeNav;
}

/** On one of the pages about decisions, letters and reports. */
export function decisionsPlace<Lke extends Parameters<typeof lkeNav>[0]>(
  user: SignedIn,
  lke: Lke,
): LkePlace<Lke> {
  return { user, roles: rolesAt(user, lke.satker), lke, nav: lkeNav(lke, 'decisions', user) };
}

export function may(
  { user, lke }: Pick<LkePlace<{ readonly satker: SatkerPlace }>, 'user' | 'lke'>,
  action: SatkerAction | StageStep,
): boolean {
  return decide(user, action, lke.satker) === 'allowed';
}
