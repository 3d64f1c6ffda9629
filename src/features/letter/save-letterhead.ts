import { nextTpiHead, tpiHeadPlace } from '../../domain/lke/letters.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { LetterheadDetails } from '../../paper/letterhead-lines.js';
import type { Deps } from '../../web/deps.js';
import type { Lke } from '../lke/store.js';
import { findLetterhead, putLetterhead, tpiLetterheads } from './letterhead-store.js';
import type { LetterheadRow } from './letterhead-store.js';

export type SavedLetterhead =
  | { readonly outcome: 'saved' | 'unchanged'; readonly owner: string }
  | { readonly outcome: 'stale'; readonly stored: LetterheadRow };

export const LETTERHEAD_KEYS = [
  'agency',
  'address',
  'city',
  'position',
  'name',
  'nip',
  'addressee',
  'copies',
] as const satisfies readonly (keyof LetterheadDetails)[];

/** Head, signatory and addressee of every paper of one writer. */
export async function saveLetterhead(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  request: {
    /** null: one more head of TPI. */
    readonly owner: string | null;
    /** Through which LKE it was reached: its year. */
    readonly lke: Lke;
    readonly details: LetterheadDetails;
    readonly expectedVersion: number;
    readonly actor: Actor;
  },
): Promise<SavedLetterhead> {
  const { lke, details, expectedVersion, actor } = request;
  return store.write(async (tx): Promise<SavedLetterhead> => {
    const heads = request.owner === null ? await tpiLetterheads(tx) : [];
    const twin = heads.find((one) => changedKeys(one, details).length === 0);
    const owner = request.owner ?? twin?.owner ?? nextTpiHead(heads.map((one) => one.owner));
    const stored = await findLetterhead(tx, owner);
    const changed = changedKeys(stored, details);
    if (changed.length === 0) return { outcome: 'unchanged', owner };
    if (stored !== null && stored.version !== expectedVersion) return { outcome: 'stale', stored };
    const now = clock();
    await putLetterhead(tx, owner, details, { actor, at: now.toISOString() });
    const pick = (from: LetterheadDetails) =>
      Object.fromEntries(changed.map((key) => [`head-${key}`, from[key]]));
    const place = {
      subject: owner,
      satkerCode: tpiHeadPlace(owner) > 0 ? '00' : owner,
      year: lke.year,
    };
    const before = stored === null ? null : pick(stored);
    const entry = { action: 'letterhead.edit', ...place, before, after: pick(details) };
    await appendHistory(tx, actor, entry, now);
    return { outcome: 'saved', owner };
  });
}

function changedKeys(stored: LetterheadRow | null, details: LetterheadDetails) {
  return LETTERHEAD_KEYS.filter((key) => (stored?.[key] ?? '') !== details[key]);
}
