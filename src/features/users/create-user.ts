import { checkGrants, newGrants } from '../../domain/access/check-grants.js';
import type { Grant } from '../../domain/access/roles.js';
import type { Account } from '../../domain/account/account.js';
import type { Outcome, Problem } from '../../domain/problem.js';
import { insertAccount, insertGrant, takenFields } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import { issueToken, type IssuedToken } from '../../db/one-time-token.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { allPlaces } from './store.js';

export interface NewUser {
  readonly account: Account;
  readonly grants: readonly Grant[];
}

export interface CreatedUser {
  readonly id: number;
  readonly account: Account;
  /** The invitation with which the person chooses a password. */
  readonly invitation: IssuedToken;
}

/** Adds a person with roles; nobody but the person ever knows the password. */
export async function createUser(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  wanted: NewUser,
): Promise<Outcome<CreatedUser>> {
  return deps.store.write(async (tx) => {
    const problems = await whyNotCreated(tx, wanted);
    if (problems.length > 0) return { ok: false, problems: [...problems] };
    return { ok: true, value: await insertUser(tx, actor, wanted, 'user.create', deps.clock()) };
  });
}

/** Against what is stored now: names taken, roles that may not be held. */
async function whyNotCreated(tx: Tx, wanted: NewUser): Promise<readonly Problem[]> {
  const taken = await takenFields(tx, wanted.account);
  return [
    ...taken.map((field) => ({ field, code: `${field}-taken` })),
    ...checkGrants([], wanted.grants, await allPlaces(tx)),
  ];
}

/** Writes a checked person with roles, invitation and history. */
export async function insertUser(
  tx: Tx,
  actor: Actor,
  { account, grants }: NewUser,
  action: 'user.create' | 'user.import',
  now: Date,
): Promise<CreatedUser> {
  const id = await insertAccount(tx, { ...account, passwordHash: null }, now);
  const held = newGrants([], grants);
  for (const grant of held) await insertGrant(tx, id, grant, now);
  const roles = held.map(({ role, satkerCode }) => ({ role, satker: satkerCode }));
  const codes = new Set(held.map((grant) => grant.satkerCode));
  const satkerCode = codes.size === 1 ? (held[0]?.satkerCode ?? null) : null;
  const after = { ...account, roles };
  await appendHistory(tx, actor, { action, subject: account.username, satkerCode, after }, now);
  return { id, account, invitation: await issueToken(tx, 'invite', id, now) };
}
