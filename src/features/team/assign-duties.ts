import type { AreaKey } from '../../domain/instrument/instrument.js';
import { insertGrant } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { endSessionsOf } from '../../web/session-store.js';
import { changeMember, type MemberChange, type MemberTarget } from './change.js';
import type { Member, TeamRole } from './store.js';
import { deleteTeamRoles, replaceAreas } from './write-store.js';

export interface Duties {
  readonly role: TeamRole;
  readonly areas: readonly AreaKey[];
}

/** Role and areas within the team. A lead may appoint further leads; none lowers themselves. */
export async function assignDuties(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  target: MemberTarget,
  duties: Duties,
): Promise<MemberChange> {
  const { satkerCode, userId } = target;
  return changeMember(deps, actor, target, (member) => {
    const newRole = member.role !== duties.role;
    const newAreas = member.areas.join() !== duties.areas.join();
    if (!newRole && !newAreas) return { kind: 'unchanged' };
    if (newRole && userId === actor.userId) {
      return { kind: 'refused', problem: { field: 'role', code: 'own-role' } };
    }
    return {
      kind: 'write',
      write: async (tx, now) => {
        if (newRole) await swapRole(tx, actor, satkerCode, member, duties.role, now);
        if (!newAreas) return;
        await replaceAreas(tx, userId, satkerCode, duties.areas);
        const change = { before: { areas: member.areas }, after: { areas: duties.areas } };
        const entry = { action: 'team.areas', subject: member.username, satkerCode, ...change };
        await appendHistory(tx, actor, entry, now);
      },
    };
  });
}

/** The sessions end with it: what the person may do has changed. */
async function swapRole(
  tx: Tx,
  actor: Actor,
  satkerCode: string,
  member: Member,
  role: TeamRole,
  now: Date,
): Promise<void> {
  const { userId, username: subject } = member;
  await deleteTeamRoles(tx, userId, satkerCode);
  await insertGrant(tx, userId, { role, satkerCode }, now);
  await endSessionsOf(tx, userId);
  const before = { role: member.role, satker: satkerCode };
  const after = { role, satker: satkerCode };
  const about = { subject, satkerCode };
  await appendHistory(tx, actor, { action: 'user.role.remove', ...about, before }, now);
  await appendHistory(tx, actor, { action: 'user.role.add', ...about, after }, now);
}
