import { refused, type Outcome } from '../../domain/problem.js';
import { appendHistory } from '../../db/history.js';
import { closeTokens, findOpenToken, type OpenToken } from '../../db/one-time-token.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { endSessionsOf } from '../../web/session-store.js';
import { forgetName } from './attempt-store.js';
import { checkNewPassword } from './new-password.js';
import { hashPassword } from './password.js';
import { findAccount, replacePassword, type SignInAccount } from './store.js';

/** An open link and whose it is. */
export interface PersonalLink {
  readonly token: OpenToken;
  readonly account: SignInAccount;
}

/** null alike for links that are unknown, used, replaced or expired. Looking does not use it up. */
export async function findLink(db: Db | Tx, text: string, now: Date): Promise<PersonalLink | null> {
  const token = await findOpenToken(db, text, now);
  if (token?.userId === undefined || token.userId === null) return null;
  const account = await findAccount(db, token.userId);
  return account === null || account.isDisabled ? null : { token, account };
}

/** Sets the password of the link's person and uses the link up; every session of theirs ends. */
export async function usePersonalLink(
  deps: Pick<Deps, 'store' | 'clock'>,
  actorOf: (account: SignInAccount) => Actor,
  text: string,
  password: string,
): Promise<Outcome<SignInAccount>> {
  const found = await findLink(deps.store.db, text, deps.clock());
  if (found === null) return refused('', 'link-invalid');
  const problem = await checkNewPassword(deps.store.db, found.account.id, password);
  if (problem !== null) return { ok: false, problems: [problem] };
  const hash = await hashPassword(password);
  return deps.store.write(async (tx) => {
    const now = deps.clock();
    const link = await findLink(tx, text, now);
    if (link === null) return refused('', 'link-invalid');
    const { account } = link;
    await replacePassword(tx, account.id, account.passwordHash, hash);
    await closeTokens(tx, account.id, now);
    await endSessionsOf(tx, account.id);
    await forgetName(tx, account.username);
    const entry = { action: 'user.password', subject: account.username };
    await appendHistory(tx, actorOf(account), { ...entry, after: { via: link.token.kind } }, now);
    return { ok: true, value: account };
  });
}
