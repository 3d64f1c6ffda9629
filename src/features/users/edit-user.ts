import type { Account } from '../../domain/account/account.js';
import { takenFields } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { changeUser, type Change, type ChangePlan } from './change.js';
import type { UserAccount } from './store.js';
import { updateDetails } from './write-store.js';

export interface DetailsEdit {
  readonly id: number;
  readonly version: number;
  readonly details: Omit<Account, 'username'>;
}

/** Name and e-mail; the user name stays, the history names people by it. */
export async function editUser(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  { id, version, details }: DetailsEdit,
): Promise<Change> {
  return changeUser(deps, actor, { id, version }, async ({ tx, user }): Promise<ChangePlan> => {
    if (user.name === details.name && user.email === details.email) return { kind: 'unchanged' };
    const taken = await takenFields(tx, { username: '', email: details.email }, id);
    if (taken.includes('email')) {
      return { kind: 'refused', problems: [{ field: 'email', code: 'email-taken' }] };
    }
    return {
      kind: 'write',
      write: async ({ now }) => {
        await updateDetails(tx, id, details);
        const before = detailsOf(user);
        const entry = { action: 'user.edit', subject: user.username, before, after: details };
        await appendHistory(tx, actor, entry, now);
      },
    };
  });
}

function detailsOf(user: UserAccount): Omit<Account, 'username'> {
  return { name: user.name, email: user.email };
}
