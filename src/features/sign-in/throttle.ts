/** How long a name or an address waits after failed sign-ins. */
export interface ThrottlePolicy {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** The wait after that, doubled with every further failure up to the most. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** Without a failure for so long, counting begins anew. */
  readonly forgetMs: number;
}

export interface Failures {
  readonly count: number;
  readonly lastAt: Date;
}

const MINUTE_MS = 60_000;

/** One account: slow enough that guessing is hopeless. */
export const ACCOUNT_POLICY: ThrottlePolicy = {
  free: 5,
  firstMs: 1000,
  mostMs: 15 * MINUTE_MS,
  forgetMs: 24 * 60 * MINUTE_MS,
};

/**
 * One address may be a whole office behind one router: many failures are free and the wait stays
 * short, so that it slows a machine and not the colleagues.
 */
export const ADDRESS_POLICY: ThrottlePolicy = {
  free: 100,
  firstMs: 1000,
  mostMs: 5000,
  forgetMs: 60 * MINUTE_MS,
};

/** Milliseconds until the next attempt counts; 0 when it may be made now. */
export function waitMs(policy: ThrottlePolicy, failures: Failures | null, now: Date): number {
  const counted = remembered(policy, failures, now);
  if (counted === null || counted.count < policy.free) return 0;
  const delay = Math.min(policy.firstMs * 2 ** (counted.count - policy.free), policy.mostMs);
  return Math.max(0, counted.lastAt.getTime() + delay - now.getTime());
}

/** The failures that still count. */
export function remembered(
  policy: ThrottlePolicy,
  failures: Failures | null,
  now: Date,
): Failures | null {
  if (failures === null) return null;
  return now.getTime() - failures.lastAt.getTime() > policy.forgetMs ? null : failures;
}
