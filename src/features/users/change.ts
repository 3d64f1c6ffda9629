import { refused, type Problem } from '../../domain/problem.js';
import { bumpVersion } from '../../db/accounts.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findUser, type UserAccount } from './store.js';

/** What became of a change to an account. */
export type Change =
  | { readonly kind: 'done' }
  /** It was so already; nothing was written. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly stored: UserAccount }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface ChangeContext {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly user: UserAccount;
  readonly now: Date;
}

/** A step of a change: 'unchanged' or refused before the first write, else what to write. */
export type ChangePlan =
  | Exclude<Change, { kind: 'done' }>
  | { readonly kind: 'write'; readonly write: (context: ChangeContext) => Promise<void> };

/**
 * One change to one account in one transaction: found, judged, then written over the version that
 * was seen. `version` null (command line) means the version of this moment.
 */
export async function changeUser(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  target: { readonly id: number; readonly version: number | null },
  plan: (context: ChangeContext) => ChangePlan | Promise<ChangePlan>,
): Promise<Change> {
  return deps.store.write(async (tx) => {
    const user = await findUser(tx, target.id);
    if (user === null) return { kind: 'missing' };
    const context = { tx, actor, user, now: deps.clock() };
    const planned = await plan(context);
    if (planned.kind !== 'write') return planned;
    const seen = target.version ?? user.version;
    if (!(await bumpVersion(tx, user.id, seen))) return { kind: 'stale', stored: user };
    await planned.write(context);
    return { kind: 'done' };
  });
}

export function refuse(...problem: Parameters<typeof refused>): ChangePlan {
  return { kind: 'refused', problems: refused(...problem).problems };
}
