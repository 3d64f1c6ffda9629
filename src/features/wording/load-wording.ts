import { appendHistory } from '../../db/history.js';
import type { Actor, Store, Tx } from '../../db/store.js';
import type { OfficialWording } from '../../domain/wording/official-text.js';
import { deleteWording, findWording, insertWording, readWording } from './store.js';
import type { StoredWording, WordingFile } from './store.js';
import { told } from './told.js';

export interface WordingLoad {
  readonly year: number;
  readonly wording: OfficialWording;
  readonly file: WordingFile;
  /** The set the person saw; 0: there was none; null: whatever stands there is replaced. */
  readonly seen: number | null;
}

export type WordingResult =
  | { readonly kind: 'done'; readonly isChanged: boolean }
  /** Somebody has loaded or removed it since; null: there is none any more. */
  | { readonly kind: 'stale'; readonly stored: StoredWording | null };

/** The texts of a year from now on, in the place of those before. */
export async function loadWording(
  store: Store,
  actor: Actor,
  { year, wording, file, seen }: WordingLoad,
  at: Date,
): Promise<WordingResult> {
  return store.write(async (tx) => {
    const stored = await findWording(tx, year);
    const before = await toldOf(tx, stored, year);
    const after = told(wording, file);
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'done', isChanged: false };
    if (seen !== null && (stored?.id ?? 0) !== seen) return { kind: 'stale', stored };
    if (stored !== null) await deleteWording(tx, stored.id);
    const loaded = { loadedBy: actor.userId, loadedAt: at.toISOString() };
    await insertWording(tx, { year, ...wording, file, ...loaded });
    const entry = { action: 'wording.load', subject: String(year), year, before, after };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done', isChanged: true };
  });
}

/** The words of Tapak ZI again. `seen` as of {@link WordingLoad}. */
export async function removeWording(
  store: Store,
  actor: Actor,
  { year, seen }: Pick<WordingLoad, 'year' | 'seen'>,
  at: Date,
): Promise<WordingResult> {
  return store.write(async (tx) => {
    const stored = await findWording(tx, year);
    if (stored === null) return { kind: 'done', isChanged: false };
    if (seen !== null && stored.id !== seen) return { kind: 'stale', stored };
    const before = await toldOf(tx, stored, year);
    await deleteWording(tx, stored.id);
    const entry = { action: 'wording.remove', subject: String(year), year, before };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done', isChanged: true };
  });
}

async function toldOf(tx: Tx, stored: StoredWording | null, year: number) {
  const wording = stored === null ? null : await readWording(tx, year);
  return stored === null || wording === null ? null : told(wording, stored.file);
}
