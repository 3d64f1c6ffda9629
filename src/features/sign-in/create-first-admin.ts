import type { Account } from '../../domain/account/account.js';
import { checkPassword } from '../../domain/account/password-rules.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { insertAccount, insertGrant, takenFields } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import { closeTokens, findOpenToken } from '../../db/one-time-token.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { commonPasswords } from './common-passwords.js';
import { hashPassword } from './password.js';
import { hasAdmin } from './store.js';

const CENTRE = '00';

/** Whether this link still makes the first administrator. Looking does not use it up. */
export async function opensSetup(db: Db | Tx, text: string, now: Date): Promise<boolean> {
  const token = await findOpenToken(db, text, now);
  return token?.kind === 'first-admin' && !(await hasAdmin(db));
}

export interface FirstAdmin {
  readonly account: Account;
  readonly password: string;
}

/** Makes the first administrator and uses the link up. */
export async function createFirstAdmin(
  deps: Pick<Deps, 'store' | 'clock'>,
  actorOf: (user: { userId: number; name: string }) => Actor,
  text: string,
  { account, password }: FirstAdmin,
): Promise<Outcome<number>> {
  if (!(await opensSetup(deps.store.db, text, deps.clock()))) return refused('', 'link-invalid');
  const known = [account.username, account.name, account.email ?? ''];
  const problem = checkPassword(password, known, commonPasswords());
  if (problem !== null) return { ok: false, problems: [problem] };
  const passwordHash = await hashPassword(password);
  return deps.store.write(async (tx) => {
    const now = deps.clock();
    if (!(await opensSetup(tx, text, now))) return refused('', 'link-invalid');
    const taken = await takenFields(tx, account);
    if (taken.length > 0) {
      return { ok: false, problems: taken.map((field) => ({ field, code: `${field}-taken` })) };
    }
    const userId = await insertAccount(tx, { ...account, passwordHash }, now);
    await insertGrant(tx, userId, { role: 'admin', satkerCode: CENTRE }, now);
    await closeTokens(tx, null, now);
    const after = { ...account, roles: [{ role: 'admin', satker: CENTRE }] };
    const entry = { action: 'user.create', subject: account.username, after };
    await appendHistory(tx, actorOf({ userId, name: account.name }), entry, now);
    return { ok: true, value: userId };
  });
}
