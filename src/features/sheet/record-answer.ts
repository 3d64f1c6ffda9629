import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import {
  readScore,
  refreshScore,
  standingOf,
  type AnswerRow,
  type Lke,
  type Standing,
} from '../lke/store.js';
import type { AnswerEntry } from '../../domain/scoring/share-counts.js';
import { planChanges, writeChanges, type PlannedChanges } from './change-answers.js';

export type RecordDeps = Pick<Deps, 'store' | 'clock' | 'instruments'>;

/** What an LKE must tell of itself to be written to. */
export type RecordLke = Pick<Lke, 'id' | 'year' | 'instrumentId' | 'rulesetId'> & {
  readonly satker: { readonly code: string };
};

export interface RecordRequest {
  readonly lke: RecordLke;
  readonly tier: 'mandiri';
  readonly code: IndicatorCode;
  /** Parsed against the indicator; null clears the answer. */
  readonly value: AnswerValue | null;
  /** Normalised text; null leaves the note as it is. */
  readonly note: string | null;
  /** Version of the answer that was read before; 0 where there was none. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type Recorded =
  | {
      readonly outcome: 'recorded';
      readonly row: AnswerRow;
      readonly before: AnswerRow | null;
      readonly totalBefore: Exact | null;
      readonly score: SheetScore;
    }
  /** What was posted is what is stored: nothing done, nothing in the history. */
  | { readonly outcome: 'unchanged'; readonly row: AnswerRow | null }
  /** Somebody else was quicker: nothing done. */
  | { readonly outcome: 'conflict'; readonly stored: AnswerRow | null }
  | Closed;

/** The indicator, or one that shares a count with it, is not open now: nothing done. */
export interface Closed extends Standing {
  readonly outcome: 'closed';
}

/**
 * Saves one answer: the answer, the count it shares, the score of this LKE and the history in one
 * transaction that checks what is open, and the version, first.
 */
export async function recordAnswer(deps: RecordDeps, request: RecordRequest): Promise<Recorded> {
  const { lke, tier, code, value, note } = request;
  return deps.store.write(async (tx): Promise<Recorded> => {
    const standing = await standingOf(tx, lke.id);
    if (!isOpenFor(standing.openness, code)) return { outcome: 'closed', ...standing };
    const planned = await planChanges(tx, deps, lke, tier, [{ code, value, note }]);
    const before = planned.rows.get(code) ?? null;
    if (planned.changes.length === 0) return { outcome: 'unchanged', row: before };
    if (planned.closed.length > 0) return { outcome: 'closed', ...standing };
    if ((before?.version ?? 0) !== request.expectedVersion) {
      return { outcome: 'conflict', stored: before };
    }
    const totalBefore = (await readScore(tx, lke.id, tier))?.total ?? null;
    const written = await applyChanges(tx, deps, request, planned);
    const score = await refreshScore(tx, deps.instruments, lke, tier, deps.clock());
    const row = written.find((each) => each.code === code) ?? before;
    if (row === null) throw new Error(`${code} was not written`);
    return { outcome: 'recorded', row, before, totalBefore, score };
  });
}

export type RecordedAll = { readonly outcome: 'recorded'; readonly changed: number } | Closed;

/**
 * Saves many parsed answers of one LKE over whatever stands there, in one transaction with one
 * recomputation: for input that is decided as a whole (demo, command line). An entry that equals
 * what is stored leaves no trace.
 */
export async function recordAnswers(
  deps: RecordDeps,
  lke: RecordLke,
  entries: readonly AnswerEntry[],
  actor: Actor,
): Promise<RecordedAll> {
  const tier = 'mandiri';
  return deps.store.write(async (tx): Promise<RecordedAll> => {
    const standing = await standingOf(tx, lke.id);
    if (standing.openness === 'none') return { outcome: 'closed', ...standing };
    const planned = await planChanges(tx, deps, lke, tier, entries);
    if (planned.changes.length === 0) return { outcome: 'recorded', changed: 0 };
    if (planned.closed.length > 0) return { outcome: 'closed', ...standing };
    await applyChanges(tx, deps, { lke, tier, actor }, planned);
    await refreshScore(tx, deps.instruments, lke, tier, deps.clock());
    return { outcome: 'recorded', changed: planned.changes.length };
  });
}

async function applyChanges(
  tx: Tx,
  deps: RecordDeps,
  { lke, tier, actor }: { lke: RecordLke; tier: Tier; actor: Actor },
  planned: PlannedChanges,
): Promise<AnswerRow[]> {
  const now = deps.clock();
  const written = await writeChanges(tx, { lkeId: lke.id, tier }, planned, actor, now);
  for (const change of planned.changes) {
    const before = planned.rows.get(change.code);
    const entry = {
      action: 'answer.record',
      subject: change.code,
      satkerCode: lke.satker.code,
      year: lke.year,
      before: before === undefined ? null : historyForm(before),
      after: historyForm(change),
    };
    await appendHistory(tx, actor, entry, now);
  }
  return written;
}

function historyForm({ value, note }: Omit<AnswerEntry, 'code'>) {
  return { value, note };
}
