import { checkGrants, newGrants } from '../../domain/access/check-grants.js';
import type { Grant } from '../../domain/access/roles.js';
import { insertGrant } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import { closeTokens } from '../../db/one-time-token.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { endSessionsOf } from '../../web/session-store.js';
import { changeUser, refuse, type Change, type ChangePlan } from './change.js';
import { allPlaces, hasOtherAdmin, type HeldGrant } from './store.js';
import { deleteGrant } from './write-store.js';

type Needs = Pick<Deps, 'store' | 'clock'>;

export interface Target {
  readonly id: number;
  readonly version: number;
}

/**
 * Adds roles, all or none. The person's sessions end and their open links close: what they may do
 * has changed.
 */
export async function addRoles(
  deps: Needs,
  actor: Actor,
  target: Target,
  wanted: readonly Grant[],
): Promise<Change> {
  return changeUser(deps, actor, target, async ({ tx, user }): Promise<ChangePlan> => {
    const added = newGrants(user.grants, wanted);
    if (added.length === 0) return { kind: 'unchanged' };
    const problems = checkGrants(user.grants, added, await allPlaces(tx));
    if (problems.length > 0) return { kind: 'refused', problems };
    return {
      kind: 'write',
      write: async ({ now }) => {
        for (const grant of added) {
          await insertGrant(tx, user.id, grant, now);
          const { role, satkerCode } = grant;
          const after = { role, satker: satkerCode };
          const entry = { action: 'user.role.add', subject: user.username, satkerCode, after };
          await appendHistory(tx, actor, entry, now);
        }
        // A link in other hands must not open an account that now may do more.
        await closeTokens(tx, user.id, now);
        await endSessionsOf(tx, user.id);
      },
    };
  });
}

/** Takes one role away, by its number in the register. */
export async function removeRole(
  deps: Needs,
  actor: Actor,
  target: Target,
  grantId: number,
): Promise<Change> {
  return changeUser(deps, actor, target, async ({ tx, user }): Promise<ChangePlan> => {
    const grant = user.grants.find((one) => one.id === grantId);
    if (grant === undefined) return { kind: 'unchanged' };
    if (grant.role === 'admin' && actor.userId === user.id) return refuse('', 'not-yourself');
    if (grant.role === 'admin' && !(await hasOtherAdmin(tx, user.id))) {
      return refuse('', 'last-admin');
    }
    return { kind: 'write', write: ({ now }) => remove(grant, now) };

    async function remove({ id, role, satkerCode }: HeldGrant, now: Date): Promise<void> {
      await deleteGrant(tx, id);
      await endSessionsOf(tx, user.id);
      const before = { role, satker: satkerCode };
      const entry = { action: 'user.role.remove', subject: user.username, satkerCode, before };
      await appendHistory(tx, actor, entry, now);
    }
  });
}
