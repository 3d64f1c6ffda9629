import { appendHistory } from '../../db/history.js';
import type { Actor, Store, Tx } from '../../db/store.js';
import { refused, type Problem } from '../../domain/problem.js';
import { exists, sameGrant } from './add-predikat.js';
import type { Revocation } from './form.js';
import { predikatOf, type PredikatEntry } from './store.js';
import { updatePredikat, type PredikatDetails } from './write-store.js';

export type ChangeResult =
  | { readonly kind: 'done'; readonly entry: PredikatEntry }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly entry: PredikatEntry }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

interface Change {
  readonly satkerCode: string;
  readonly id: number;
  /** The version the person saw. */
  readonly version: number;
}

/** Puts a slip of the pen right; `unrevoke` also takes back a revocation recorded by mistake. */
export async function correctPredikat(
  store: Store,
  actor: Actor,
  change: Change & { readonly details: PredikatDetails; readonly unrevoke: boolean },
  at: Date,
): Promise<ChangeResult> {
  return store.write(async (tx) => {
    const register = await predikatOf(tx, change.satkerCode);
    const entry = register.find(({ id }) => id === change.id);
    if (entry === undefined) return { kind: 'missing' };
    const next = { ...entry, ...change.details };
    if (change.unrevoke) Object.assign(next, { revokedOn: null, revokedReason: null });
    const changed = changedKeys(entry, next);
    if (changed.length === 0) return { kind: 'done', entry };
    if (entry.version !== change.version) return { kind: 'stale', entry };
    if (sameGrant(register, next, entry.id) !== null) return { kind: 'refused', ...exists(next) };
    const order = revocationProblem(next);
    if (order !== null) return { kind: 'refused', problems: [{ ...order, field: 'day' }] };
    await save(tx, actor, change.satkerCode, 'predikat.edit', entry, next, changed, at);
    return { kind: 'done', entry: next };
  });
}

/** From `revokedOn` on the satker no longer holds the predikat; the decree stays on record. */
export async function revokePredikat(
  store: Store,
  actor: Actor,
  change: Change & { readonly revocation: Revocation },
  at: Date,
): Promise<ChangeResult> {
  return store.write(async (tx) => {
    const register = await predikatOf(tx, change.satkerCode);
    const entry = register.find(({ id }) => id === change.id);
    if (entry === undefined) return { kind: 'missing' };
    const next = { ...entry, ...change.revocation };
    const changed = changedKeys(entry, next);
    if (changed.length === 0) return { kind: 'done', entry };
    if (entry.revokedOn !== null) return { kind: 'refused', ...refused('', 'already-revoked') };
    if (entry.version !== change.version) return { kind: 'stale', entry };
    const problem = revocationProblem(next);
    if (problem !== null) return { kind: 'refused', problems: [problem] };
    await save(tx, actor, change.satkerCode, 'predikat.revoke', entry, next, changed, at);
    return { kind: 'done', entry: next };
  });
}

const KEYS = [
  'kind',
  'year',
  'decreeNumber',
  'decreeDay',
  'grantedBy',
  'revokedOn',
  'revokedReason',
] as const;
type Key = (typeof KEYS)[number];

function changedKeys(before: PredikatEntry, after: PredikatEntry): Key[] {
  return KEYS.filter((key) => before[key] !== after[key]);
}

function revocationProblem({ revokedOn, decreeDay, year }: PredikatEntry): Problem | null {
  if (revokedOn === null) return null;
  if (decreeDay !== null && revokedOn < decreeDay) {
    return { field: 'revokedOn', code: 'revoked-before-decree' };
  }
  if (revokedOn >= `${year}-01-01`) return null;
  return { field: 'revokedOn', code: 'revoked-before-year', args: { year } };
}

async function save(
  tx: Tx,
  actor: Actor,
  satkerCode: string,
  action: string,
  before: PredikatEntry,
  after: PredikatEntry,
  changed: readonly Key[],
  at: Date,
): Promise<void> {
  await updatePredikat(tx, after);
  const pick = (entry: PredikatEntry) =>
    Object.fromEntries(changed.map((key) => [key, entry[key]]));
  const subject = `${before.kind} ${before.year}`;
  const entry = { action, subject, satkerCode, before: pick(before), after: pick(after) };
  await appendHistory(tx, actor, entry, at);
}
