import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { appendHistory } from '../../db/history.js';
import { closeTokens } from '../../db/one-time-token.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { endSessionsOf } from '../../web/session-store.js';
import { forgiveAttempt, reserveAttempt } from './attempt-store.js';
import { checkNewPassword } from './new-password.js';
import { hashPassword, verifyPassword } from './password.js';
import { findAccount, replacePassword, type SignInAccount } from './store.js';

export interface PasswordChange {
  readonly userId: number;
  readonly current: string;
  readonly password: string;
  readonly address: string;
}

type Needs = Pick<Deps, 'store' | 'clock'>;

/** The own password; the current one is asked. Every session of the person ends. */
export async function changePassword(
  deps: Needs,
  actor: Actor,
  change: PasswordChange,
): Promise<Outcome<null>> {
  const account = await findAccount(deps.store.db, change.userId);
  if (account === null) return refused('currentPassword', 'password-wrong');
  const problem =
    (await whyNotOwner(deps, account, change)) ??
    (await checkNewPassword(deps.store.db, change.userId, change.password)) ??
    whySame(change);
  if (problem !== null) return { ok: false, problems: [problem] };
  const hash = await hashPassword(change.password);
  return deps.store.write(async (tx) => {
    // Another change came first: what was typed as current is not current any more.
    if (!(await replacePassword(tx, account.id, account.passwordHash, hash))) {
      return refused('currentPassword', 'password-wrong');
    }
    const now = deps.clock();
    await closeTokens(tx, account.id, now);
    await endSessionsOf(tx, account.id);
    await appendHistory(tx, actor, { action: 'user.password', subject: account.username }, now);
    return { ok: true, value: null };
  });
}

/** Guessing the current password at an unattended screen is slowed down like signing in. */
async function whyNotOwner(
  deps: Needs,
  account: SignInAccount,
  change: PasswordChange,
): Promise<Problem | null> {
  const field = 'currentPassword';
  const attempt = { name: account.username, address: change.address };
  const { waitMs } = await reserveAttempt(deps.store, attempt, deps.clock());
  if (waitMs > 0)
    return { field, code: 'sign-in-wait', args: { seconds: Math.ceil(waitMs / 1000) } };
  if (!(await verifyPassword(account.passwordHash, change.current))) {
    return { field, code: 'password-wrong' };
  }
  await deps.store.write((tx) => forgiveAttempt(tx, attempt));
  return null;
}

function whySame(change: PasswordChange): Problem | null {
  return change.password === change.current
    ? { field: 'newPassword', code: 'password-same' }
    : null;
}
