import { appendHistory } from '../../db/history.js';
import { closeTokens } from '../../db/one-time-token.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { endSessionsOf } from '../../web/session-store.js';
import { changeMember, type MemberChange, type MemberTarget } from './change.js';
import { deleteTeamRoles, replaceAreas } from './write-store.js';

/** Ends role and areas in this team and every session; the account and what it wrote stay. */
export async function removeMember(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  target: MemberTarget,
): Promise<MemberChange> {
  const { satkerCode, userId } = target;
  return changeMember(deps, actor, target, (member) => {
    if (userId === actor.userId) {
      return { kind: 'refused', problem: { field: '', code: 'own-role' } };
    }
    return {
      kind: 'write',
      write: async (tx, now) => {
        await deleteTeamRoles(tx, userId, satkerCode);
        await replaceAreas(tx, userId, satkerCode, []);
        await endSessionsOf(tx, userId);
        // A link handed out by this lead must not open an account that is no longer theirs.
        if (!member.isElsewhere) await closeTokens(tx, userId, now);
        const before = { role: member.role, areas: member.areas };
        const entry = { action: 'team.remove', subject: member.username, satkerCode, before };
        await appendHistory(tx, actor, entry, now);
      },
    };
  });
}
