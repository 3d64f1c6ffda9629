import type { Problem } from '../../domain/problem.js';
import { bumpVersion } from '../../db/accounts.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findMember, type Member } from './store.js';

export interface MemberTarget {
  readonly satkerCode: string;
  readonly userId: number;
  /** The version of the account that the lead saw. */
  readonly version: number;
}

/** What became of a change to a member. */
export type MemberChange =
  | { readonly kind: 'done' }
  /** It was so already; nothing was written. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly stored: Member }
  | { readonly kind: 'refused'; readonly problem: Problem };

export type MemberPlan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'write'; readonly write: (tx: Tx, now: Date) => Promise<void> };

/**
 * One change to one member in one transaction. That the actor is still a lead is asked inside it:
 * two leads who lower each other at the same moment must not leave a team without one.
 */
export async function changeMember(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  target: MemberTarget,
  plan: (member: Member) => MemberPlan,
): Promise<MemberChange> {
  return deps.store.write(async (tx) => {
    if (!(await isLead(tx, target.satkerCode, actor.userId))) {
      return { kind: 'refused', problem: { field: '', code: 'not-lead' } };
    }
    const member = await findMember(tx, target.satkerCode, target.userId);
    if (member === null) return { kind: 'missing' };
    const planned = plan(member);
    if (planned.kind !== 'write') return planned;
    if (!(await bumpVersion(tx, member.userId, target.version))) {
      return { kind: 'stale', stored: member };
    }
    await planned.write(tx, deps.clock());
    return { kind: 'done' };
  });
}

export async function isLead(tx: Tx, satkerCode: string, userId: number | null): Promise<boolean> {
  if (userId === null) return false;
  const member = await findMember(tx, satkerCode, userId);
  return member?.role === 'ketua' && !member.isDisabled;
}
