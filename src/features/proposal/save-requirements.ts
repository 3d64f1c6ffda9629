import type { NominationRequirement } from '../../domain/predikat/gate.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, HistoryEntry, Store } from '../../db/store.js';
import { recordedToken, type WantedValue } from './requirement-form.js';
import {
  putRecorded,
  recordedOf,
  type Recorded,
  type RequirementOwner,
} from './requirement-store.js';

export interface SaveRequest {
  readonly owner: RequirementOwner;
  readonly requirements: readonly NominationRequirement[];
  readonly wanted: readonly WantedValue[];
  readonly seen: string;
  readonly actor: Actor;
  /** Where the entry belongs in the history. */
  readonly about: Pick<HistoryEntry, 'subject' | 'satkerCode' | 'year'>;
}

export type SaveResult =
  { readonly kind: 'done' } | { readonly kind: 'stale'; readonly stored: Recorded };

/** Values of nomination requirements, each with its source; what did not change stays as it is. */
export async function saveRequirements(
  store: Store,
  { owner, requirements, wanted, seen, actor, about }: SaveRequest,
  now: Date,
): Promise<SaveResult> {
  return store.write(async (tx): Promise<SaveResult> => {
    const stored = await recordedOf(tx, owner);
    const changed = wanted.filter((one) => !isSame(one, stored));
    if (changed.length === 0) return { kind: 'done' };
    if (recordedToken(requirements, stored) !== seen) return { kind: 'stale', stored };
    const by = { userId: actor.userId, at: now.toISOString() };
    for (const one of changed) {
      const before = stored.get(one.code) ?? null;
      await putRecorded(tx, owner, { ...one, version: (before?.version ?? 0) + 1 }, by);
      const entry = {
        action: 'requirement.record',
        ...about,
        subject: one.code,
        before: before === null ? null : kept(before),
        after: kept(one),
      };
      await appendHistory(tx, actor, entry, now);
    }
    return { kind: 'done' };
  });
}

function isSame(one: WantedValue, stored: Recorded): boolean {
  const before = stored.get(one.code);
  const { value, source, asOf } = before ?? { value: '', source: '', asOf: null };
  return value === one.value && source === one.source && asOf === one.asOf;
}

function kept({ value, source, asOf }: WantedValue) {
  return { requirementValue: value, source, asOf };
}
