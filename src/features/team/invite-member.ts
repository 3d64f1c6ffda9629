import type { Account } from '../../domain/account/account.js';
import type { AreaKey } from '../../domain/instrument/instrument.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { insertAccount, insertGrant, takenFields } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import { issueToken } from '../../db/one-time-token.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { isLead } from './change.js';
import { readmit, type Invited } from './readmit.js';
import { findIdleAccount } from './store.js';
import { replaceAreas } from './write-store.js';

export interface Invitation {
  readonly account: Account;
  readonly areas: readonly AreaKey[];
}

/**
 * Adds a member to the team: a new person, or one whose account has no role left anywhere. Any
 * other name or e-mail that somebody has is only said to be taken: a lead learns nothing about
 * accounts at work elsewhere, and cannot take them over.
 */
export async function inviteMember(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  satkerCode: string,
  invitation: Invitation,
): Promise<Outcome<Invited>> {
  return deps.store.write(async (tx) => {
    if (!(await isLead(tx, satkerCode, actor.userId))) return refused('', 'not-lead');
    const idle = await findIdleAccount(tx, invitation.account.username);
    const taken = await takenFields(tx, invitation.account, idle?.id);
    if (taken.length > 0) {
      return { ok: false, problems: taken.map((field) => ({ field, code: TAKEN[field] })) };
    }
    const now = deps.clock();
    return idle === null
      ? { ok: true, value: await admit(tx, actor, satkerCode, invitation, now) }
      : readmit(tx, actor, satkerCode, { ...invitation, idle }, now);
  });
}

const TAKEN = { username: 'invite-username-taken', email: 'email-taken' } as const;

async function admit(
  tx: Tx,
  actor: Actor,
  satkerCode: string,
  { account, areas }: Invitation,
  now: Date,
): Promise<Invited> {
  const { username, name } = account;
  const userId = await insertAccount(tx, { ...account, passwordHash: null }, now);
  await insertGrant(tx, userId, { role: 'anggota', satkerCode }, now);
  await replaceAreas(tx, userId, satkerCode, areas);
  const after = { ...account, role: 'anggota', areas };
  await appendHistory(
    tx,
    actor,
    { action: 'team.invite', subject: username, satkerCode, after },
    now,
  );
  const token = await issueToken(tx, 'invite', userId, now);
  return { userId, name, username, token, isReturning: false };
}
