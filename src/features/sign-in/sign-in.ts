import type { Deps } from '../../web/deps.js';
import { forgiveAttempt, reserveAttempt } from './attempt-store.js';
import type { SignInForm } from './form.js';
import { verifyPassword } from './password.js';
import { findAccount, findAccountByName, type SignInAccount } from './store.js';

export type SignInOutcome =
  | { readonly kind: 'welcome'; readonly account: SignInAccount }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Whether name and password belong together. Unknown and disabled people, and those who never set a
 * password, get the same answer after the same work.
 */
export async function signIn(
  deps: Pick<Deps, 'store' | 'clock'>,
  form: SignInForm,
  address: string,
  verify: typeof verifyPassword = verifyPassword,
): Promise<SignInOutcome> {
  const attempt = { name: form.name, address };
  const account = await findAccountByName(deps.store.db, form.name);
  const { waitMs } = await reserveAttempt(deps.store, attempt, deps.clock());
  if (waitMs > 0) return { kind: 'wait', seconds: Math.ceil(waitMs / 1000) };
  const matches = await verify(account?.passwordHash ?? null, form.password);
  if (!matches || account === null || account.isDisabled) return { kind: 'refused' };
  return deps.store.write(async (tx): Promise<SignInOutcome> => {
    // Checking takes a while: a password replaced or an account disabled meanwhile ended every
    // session, and none must begin after that.
    const now = await findAccount(tx, account.id);
    if (now?.passwordHash !== account.passwordHash || now.isDisabled) return { kind: 'refused' };
    await forgiveAttempt(tx, attempt);
    return { kind: 'welcome', account };
  });
}
