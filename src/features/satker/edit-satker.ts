import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import { refused, type Problem } from '../../domain/problem.js';
import { findSatker, type SatkerRow } from './store.js';
import { djpbHolder, updateSatker, type SatkerDetails } from './write-store.js';

export type EditResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly stored: SatkerRow }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Repeating what is stored changes nothing; a version somebody else has passed is stale. */
export async function editSatker(
  store: Store,
  actor: Actor,
  edit: { readonly code: string; readonly details: SatkerDetails; readonly version: number },
  at: Date,
): Promise<EditResult> {
  const { code, details, version } = edit;
  return store.write(async (tx) => {
    const stored = await findSatker(tx, code);
    if (stored === null) return { kind: 'missing' };
    const changed = changedKeys(stored, details);
    if (changed.length === 0) return { kind: 'done' };
    if (stored.version !== version) return { kind: 'stale', stored };
    const holder = details.djpbCode === null ? null : await djpbHolder(tx, details.djpbCode, code);
    if (holder !== null) {
      return { kind: 'refused', ...refused('djpb', 'djpb-taken', { name: holder }) };
    }
    await updateSatker(tx, code, details, version);
    const entry = {
      action: 'satker.edit',
      subject: code,
      satkerCode: code,
      before: pick(stored, changed),
      after: pick(details, changed),
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done' };
  });
}

const KEYS = ['name', 'djpbCode', 'timeZone'] as const;
type Key = (typeof KEYS)[number];

function changedKeys(stored: SatkerDetails, details: SatkerDetails): Key[] {
  return KEYS.filter((key) => stored[key] !== details[key]);
}

function pick(details: SatkerDetails, keys: readonly Key[]): Partial<SatkerDetails> {
  return Object.fromEntries(keys.map((key) => [key, details[key]]));
}
