import { ipKeyGenerator } from 'express-rate-limit';
import type { Store, Tx } from '../../db/store.js';
import { ACCOUNT_POLICY, ADDRESS_POLICY, remembered, waitMs } from './throttle.js';
import type { Failures, ThrottlePolicy } from './throttle.js';

/** One try to sign in: under which name, from which address. */
export interface Attempt {
  /** As typed, in lower case: whether the account exists must not show in the waiting either. */
  readonly name: string;
  readonly address: string;
}

/** An attempt that counts as failed until it is known to be right, so that many at once gain nothing. */
export interface Reservation {
  /** 0, or milliseconds to wait; then nothing was counted. */
  readonly waitMs: number;
}

export async function reserveAttempt(
  store: Store,
  attempt: Attempt,
  now: Date,
): Promise<Reservation> {
  return store.write(async (tx) => {
    const counters = [];
    for (const { key, policy } of countersOf(attempt)) {
      counters.push({ key, policy, failures: await readFailures(tx, key) });
    }
    const wait = Math.max(...counters.map((one) => waitMs(one.policy, one.failures, now)));
    if (wait > 0) return { waitMs: wait };
    for (const { key, policy, failures } of counters) {
      const count = (remembered(policy, failures, now)?.count ?? 0) + 1;
      await writeFailures(tx, key, { count, lastAt: now });
    }
    return { waitMs: 0 };
  });
}

/** The password was right: the name starts afresh, the address gets its one attempt back. */
export async function forgiveAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  await forgetName(tx, attempt.name);
  await tx
    .updateTable('sign_in_attempt')
    .set((row) => ({ failures: row('failures', '-', 1) }))
    .where('key', '=', addressKey(attempt.address))
    .where('failures', '>', 0)
    .execute();
}

export async function forgetName(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('key', '=', nameKey(name)).execute();
}

/** Removes counters that no policy remembers any more. */
export async function sweepAttempts(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - ACCOUNT_POLICY.forgetMs).toISOString();
  await store.write((tx) =>
    tx.deleteFrom('sign_in_attempt').where('last_failure_at', '<', before).execute(),
  );
}

function countersOf(attempt: Attempt): { key: string; policy: ThrottlePolicy }[] {
  return [
    { key: nameKey(attempt.name), policy: ACCOUNT_POLICY },
    { key: addressKey(attempt.address), policy: ADDRESS_POLICY },
  ];
}

function nameKey(name: string): string {
  return `user:${name}`;
}

/** An IPv6 customer has a whole network; it counts as one address. */
function addressKey(address: string): string {
  return `address:${ipKeyGenerator(address)}`;
}

async function readFailures(tx: Tx, key: string): Promise<Failures | null> {
  const row = await tx
    .selectFrom('sign_in_attempt')
    .select(['failures', 'last_failure_at'])
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { count: row.failures, lastAt: new Date(row.last_failure_at) };
}

async function writeFailures(tx: Tx, key: string, failures: Failures): Promise<void> {
  const values = { failures: failures.count, last_failure_at: failures.lastAt.toISOString() };
  await tx
    .insertInto('sign_in_attempt')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute();
}
