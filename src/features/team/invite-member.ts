import type { Account } from '../../domain/account/account.js';
import type { AreaKey } from '../../domain/instrument/instrument.js';
import type { Outcome } from '../../domain/problem.js';
import { insertAccount, insertGrant, takenFields } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import { issueToken, type IssuedToken } from '../../db/one-time-token.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { replaceAreas } from './write-store.js';

export interface Invitation {
  readonly account: Account;
  readonly areas: readonly AreaKey[];
}

/**
 * Adds a new person as member of the team. A name or e-mail that anybody has is only said to be
 * taken: a lead learns nothing about accounts outside the team, and cannot take them over.
 */
export async function inviteMember(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  satkerCode: string,
  { account, areas }: Invitation,
): Promise<Outcome<IssuedToken>> {
  return deps.store.write(async (tx) => {
    const taken = await takenFields(tx, account);
    if (taken.length > 0) {
      return { ok: false, problems: taken.map((field) => ({ field, code: `${field}-taken` })) };
    }
    const now = deps.clock();
    const userId = await insertAccount(tx, { ...account, passwordHash: null }, now);
    await insertGrant(tx, userId, { role: 'anggota', satkerCode }, now);
    await replaceAreas(tx, userId, satkerCode, areas);
    const after = { ...account, role: 'anggota', areas };
    const entry = { action: 'team.invite', subject: account.username, satkerCode, after };
    await appendHistory(tx, actor, entry, now);
    return { ok: true, value: await issueToken(tx, 'invite', userId, now) };
  });
}
