import type { JudgingTier } from '../../domain/lke/assessment.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import { notifyAssigned } from '../../web/notify.js';
import type { AssessLke } from './assess-facts.js';
import { candidatesFor, insertAssignment, removeAssignment } from './assignment-store.js';
import type { Candidate } from './assignment-store.js';
import { mayStill, type AssessDeps } from './record-assessment.js';

export interface AssignRequest {
  readonly lke: AssessLke;
  readonly tier: JudgingTier;
  readonly wanted: ReadonlySet<number>;
  /** Who was assigned when the page was opened. */
  readonly seen: ReadonlySet<number>;
  readonly actor: Actor;
}

export type Assigned =
  | { readonly outcome: 'done' | 'unchanged' | 'forbidden' }
  /** Somebody who took part in another tier of this LKE may not assess it. */
  | { readonly outcome: 'barred'; readonly person: Candidate }
  | { readonly outcome: 'conflict'; readonly stored: readonly Candidate[] };

/** Who shall assess a satker in a year. People who do not hold the role there are passed over. */
export async function assignReviewers(
  { store, clock }: Pick<AssessDeps, 'store' | 'clock'>,
  { lke, tier, wanted, seen, actor }: AssignRequest,
): Promise<Assigned> {
  return store.write(async (tx): Promise<Assigned> => {
    if (!(await mayStill(tx, actor, 'review.assign', lke))) return { outcome: 'forbidden' };
    const people = await candidatesFor(tx, lke.satker, tier, lke.year);
    const changed = people.filter((one) => one.assigned !== wanted.has(one.userId));
    if (changed.length === 0) return { outcome: 'unchanged' };
    if (people.some((one) => one.assigned !== seen.has(one.userId))) {
      return { outcome: 'conflict', stored: people.filter((one) => one.assigned) };
    }
    const barred = changed.find(({ assigned, barredBy }) => !assigned && barredBy !== null);
    if (barred !== undefined) return { outcome: 'barred', person: barred };
    const place = { satkerCode: lke.satker.code, year: lke.year };
    const now = clock();
    for (const { userId, assigned } of changed) {
      if (assigned) await removeAssignment(tx, place, userId);
      else await insertAssignment(tx, place, userId, actor.userId, now.toISOString());
    }
    const added = changed.filter(({ assigned }) => !assigned).map(({ userId }) => userId);
    const at = now.toISOString();
    const told = { lkeId: lke.id, place: lke.satker, year: lke.year, tier, at, by: actor };
    await notifyAssigned(tx, told, added);
    const entry = {
      action: 'review.assign',
      subject: tier,
      ...place,
      before: { assessors: namesOf(people, seen) },
      after: { assessors: namesOf(people, wanted) },
    };
    await appendHistory(tx, actor, entry, now);
    return { outcome: 'done' };
  });
}

export function namesOf(people: readonly Candidate[], ids: ReadonlySet<number>): string {
  return people
    .filter(({ userId }) => ids.has(userId))
    .map(({ name }) => name)
    .join(', ');
}
