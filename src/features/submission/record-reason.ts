import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { followEvidence, standingOf, type Lke } from '../lke/store.js';
import { reasonOf, writeReason } from './frozen-store.js';

export interface ReasonRequest {
  readonly lke: Lke;
  readonly code: IndicatorCode;
  /** Normalised text; "" takes the reason back. */
  readonly reason: string;
  /** Version the person saw; 0 where there was none. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type ReasonRecorded =
  | { readonly outcome: 'recorded' }
  | { readonly outcome: 'conflict'; readonly stored: string; readonly version: number }
  /** The indicator is not open now: nothing done. */
  | { readonly outcome: 'closed' };

/** Writes why an answer above the lowest option has no evidence. */
export async function recordReason(
  deps: Pick<Deps, 'store' | 'clock' | 'instruments'>,
  { lke, code, reason, expectedVersion, actor }: ReasonRequest,
): Promise<ReasonRecorded> {
  return deps.store.write(async (tx): Promise<ReasonRecorded> => {
    const { openness } = await standingOf(tx, lke.id);
    if (!isOpenFor(openness, code)) return { outcome: 'closed' };
    const stored = await reasonOf(tx, lke.id, code);
    if (stored.reason === reason) return { outcome: 'recorded' };
    if (stored.version !== expectedVersion) {
      return { outcome: 'conflict', stored: stored.reason, version: stored.version };
    }
    const now = deps.clock();
    const stamp = { userId: actor.userId, at: now.toISOString() };
    const next = { reason, version: stored.version + 1 };
    await writeReason(tx, { lkeId: lke.id, code }, next, stamp);
    await followEvidence(tx, deps.instruments, lke.satker.code, now);
    const entry = {
      action: 'answer.no-evidence',
      subject: code,
      satkerCode: lke.satker.code,
      year: lke.year,
      before: { reason: stored.reason },
      after: { reason },
    };
    await appendHistory(tx, actor, entry, now);
    return { outcome: 'recorded' };
  });
}
