import type { Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Lke } from '../lke/store.js';
import type { NoteThread } from './note-store.js';

interface Reader {
  readonly lke: Pick<Lke, 'satker' | 'stage'>;
  readonly user: Viewer;
  /** Number of the newest submission. */
  readonly round: number;
}

/**
 * Threads of tiers whose work this person sees now; of the others what was said in earlier rounds,
 * which was returned with them.
 */
export function visibleThreads(
  { lke, user, round }: Reader,
  threads: readonly NoteThread[],
): readonly NoteThread[] {
  const seen = visibleTiers(user, lke.satker, lke.stage);
  return threads.flatMap((thread): NoteThread[] => {
    if (seen.includes(thread.tier)) return [thread];
    const messages = thread.messages.filter((message) => message.round < round);
    if (messages.length === 0) return [];
    return [{ ...thread, messages, closedAt: null, closedBy: null, waitsFor: 'reviewer' }];
  });
}
