import { type EvidenceDeps, type EvidenceLke, writeEvidence } from './change.js';
import type { Actor } from '../../db/store.js';
import { moveLinks } from './add-version.js';
import { findEvidence, newestOf } from './evidence-store.js';

export interface UseNewestRequest {
  readonly lke: EvidenceLke;
  readonly evidenceId: number;
  readonly moveLinkIds: ReadonlySet<number>;
  readonly actor: Actor;
}

export type NewestUsed =
  | { readonly outcome: 'moved'; readonly count: number; readonly number: number }
  | { readonly outcome: 'missing' };

/** Points links that had kept an earlier version to the newest one; only where they are open. */
export async function useNewest(
  deps: Pick<EvidenceDeps, 'store' | 'clock' | 'instruments'>,
  request: UseNewestRequest,
): Promise<NewestUsed> {
  return writeEvidence(deps, request.lke, async (tx): Promise<NewestUsed> => {
    const evidence = await findEvidence(tx, request.lke.satker.code, request.evidenceId);
    if (evidence === null || evidence.withdrawnAt !== null) return { outcome: 'missing' };
    const newest = newestOf(evidence);
    const count = await moveLinks(tx, request, evidence, newest, deps.clock());
    return { outcome: 'moved', count, number: newest.number };
  });
}
