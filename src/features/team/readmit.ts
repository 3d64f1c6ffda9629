import type { AreaKey } from '../../domain/instrument/instrument.js';
import type { Account } from '../../domain/account/account.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { bumpVersion, insertGrant } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import { issueToken, type IssuedToken } from '../../db/one-time-token.js';
import type { Actor, Tx } from '../../db/store.js';
import { endSessionsOf } from '../../web/session-store.js';
import type { IdleAccount } from './store.js';
import { replaceAreas } from './write-store.js';

export interface Invited {
  readonly userId: number;
  readonly name: string;
  readonly username: string;
  readonly token: IssuedToken;
  /** The account was there already, without any role. */
  readonly isReturning: boolean;
}

interface Return {
  readonly account: Account;
  readonly areas: readonly AreaKey[];
  readonly idle: IdleAccount;
}

/**
 * Gives an account without roles a place in the team. Nothing of it is overwritten, and its name
 * must have been typed: else a name made up for a newcomer could hand over somebody else's account.
 */
export async function readmit(
  tx: Tx,
  actor: Actor,
  satkerCode: string,
  { account, areas, idle }: Return,
  now: Date,
): Promise<Outcome<Invited>> {
  const { id, name, username } = idle;
  if (account.name.toLowerCase() !== name.toLowerCase()) {
    return refused('name', 'invite-other-name', { name });
  }
  await bumpVersion(tx, id, idle.version);
  await insertGrant(tx, id, { role: 'anggota', satkerCode }, now);
  await replaceAreas(tx, id, satkerCode, areas);
  await endSessionsOf(tx, id);
  const after = { username, name, role: 'anggota', areas, existing: true };
  await appendHistory(
    tx,
    actor,
    { action: 'team.invite', subject: username, satkerCode, after },
    now,
  );
  const token = await issueToken(tx, idle.hasPassword ? 'reset' : 'invite', id, now);
  return { ok: true, value: { userId: id, name, username, token, isReturning: true } };
}
