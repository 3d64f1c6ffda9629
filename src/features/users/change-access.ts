import { appendHistory } from '../../db/history.js';
import { closeTokens, issueToken, type IssuedToken } from '../../db/one-time-token.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { endSessionsOf } from '../../web/session-store.js';
import { changeUser, refuse, type Change, type ChangePlan } from './change.js';
import { findUser, hasOtherAdmin } from './store.js';
import { setDisabled } from './write-store.js';

type Needs = Pick<Deps, 'store' | 'clock'>;

export interface AccessTarget {
  readonly id: number;
  /** null: whatever version is stored (command line). */
  readonly version: number | null;
}

/** Closes an account at once: sessions end, links stop working. What the person did stays. */
export async function disableUser(
  deps: Needs,
  actor: Actor,
  target: AccessTarget,
): Promise<Change> {
  return changeUser(deps, actor, target, async ({ tx, user }): Promise<ChangePlan> => {
    if (user.disabledAt !== null) return { kind: 'unchanged' };
    if (actor.userId === user.id) return refuse('', 'not-yourself');
    const isAdmin = user.grants.some((grant) => grant.role === 'admin');
    if (isAdmin && !(await hasOtherAdmin(tx, user.id))) return refuse('', 'last-admin');
    return {
      kind: 'write',
      write: async ({ now }) => {
        await setDisabled(tx, user.id, now);
        await endSessionsOf(tx, user.id);
        await closeTokens(tx, user.id, now);
        await appendHistory(tx, actor, { action: 'user.disable', subject: user.username }, now);
      },
    };
  });
}

export async function enableUser(deps: Needs, actor: Actor, target: AccessTarget): Promise<Change> {
  return changeUser(deps, actor, target, ({ tx, user }): ChangePlan => {
    if (user.disabledAt === null) return { kind: 'unchanged' };
    return {
      kind: 'write',
      write: async ({ now }) => {
        await setDisabled(tx, user.id, null);
        await appendHistory(tx, actor, { action: 'user.enable', subject: user.username }, now);
      },
    };
  });
}

export type MadeLink =
  | { readonly kind: 'made'; readonly token: IssuedToken }
  | { readonly kind: 'missing' }
  | { readonly kind: 'disabled' };

/**
 * A link with which the person sets a password: an invitation while there is none yet, else a
 * reset. Earlier links stop working; the present password stays good until the link is used.
 */
export async function makeLink(deps: Needs, actor: Actor, userId: number): Promise<MadeLink> {
  return deps.store.write(async (tx) => {
    const user = await findUser(tx, userId);
    if (user === null) return { kind: 'missing' };
    if (user.disabledAt !== null) return { kind: 'disabled' };
    const now = deps.clock();
    const kind = user.hasPassword ? 'reset' : 'invite';
    const token = await issueToken(tx, kind, user.id, now);
    const entry = { action: 'user.reset-link', subject: user.username, after: { kind } };
    await appendHistory(tx, actor, entry, now);
    return { kind: 'made', token };
  });
}
