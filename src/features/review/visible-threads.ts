import type { Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Lke } from '../lke/store.js';
import type { Handed } from './claim-store.js';
import type { NoteThread } from './note-store.js';

interface Reader {
  readonly lke: Pick<Lke, 'satker' | 'stage'>;
  readonly user: Viewer;
  /** The newest submission, or null before the first. */
  readonly handed: Pick<Handed, 'number' | 'at'> | null;
}

/**
 * Threads of tiers whose work this person sees now; of the others what was said and closed in earlier
 * rounds, which was returned with them. What the tier does in this round is not told yet.
 */
export function visibleThreads(
  { lke, user, handed }: Reader,
  threads: readonly NoteThread[],
): readonly NoteThread[] {
  const seen = visibleTiers(user, lke.satker, lke.stage);
  return threads.flatMap((thread): NoteThread[] => {
    if (seen.includes(thread.tier)) return [thread];
    const messages = thread.messages.filter(({ round }) => round < (handed?.number ?? 0));
    if (messages.length === 0) return [];
    const isClosed = thread.closedAt !== null && thread.closedAt < (handed?.at ?? '');
    if (isClosed) return [{ ...thread, messages }];
    return [{ ...thread, messages, closedAt: null, closedBy: null, waitsFor: 'reviewer' }];
  });
}
