import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenForFilling, type Stage } from '../../domain/lke/stages.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { readAnswers, readScore, refreshScore, type AnswerRow, type Lke } from '../lke/store.js';
import { reachedBy, shareCounts, type AnswerEntry } from '../../domain/scoring/share-counts.js';
import { stageOf, writeAnswer } from './store.js';

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
  /** The LKE is not being filled now: nothing done. */
  | { readonly outcome: 'closed'; readonly stage: Stage };

/**
 * Saves one answer: the answer, the count it shares, the score of this LKE and the history in one
 * transaction that checks stage and version first.
 */
export async function recordAnswer(deps: RecordDeps, request: RecordRequest): Promise<Recorded> {
  const { lke, tier, code, value, note } = request;
  return deps.store.write(async (tx): Promise<Recorded> => {
    const stage = await stageOf(tx, lke.id);
    if (!isOpenForFilling(stage)) return { outcome: 'closed', stage };
    const { changes, rows } = await planChanges(tx, deps, lke, tier, [{ code, value, note }]);
    const before = rows.get(code) ?? null;
    if (changes.length === 0) return { outcome: 'unchanged', row: before };
    if ((before?.version ?? 0) !== request.expectedVersion) {
      return { outcome: 'conflict', stored: before };
    }
    const totalBefore = (await readScore(tx, lke.id, tier))?.total ?? null;
    const written = await applyChanges(tx, deps, request, changes, rows);
    const score = await refreshScore(tx, deps.instruments, lke, tier);
    const row = written.find((each) => each.code === code) ?? before;
    if (row === null) throw new Error(`${code} was not written`);
    return { outcome: 'recorded', row, before, totalBefore, score };
  });
}

export type RecordedAll =
  | { readonly outcome: 'recorded'; readonly changed: number }
  | { readonly outcome: 'closed'; readonly stage: Stage };

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
    const stage = await stageOf(tx, lke.id);
    if (!isOpenForFilling(stage)) return { outcome: 'closed', stage };
    const { changes, rows } = await planChanges(tx, deps, lke, tier, entries);
    if (changes.length === 0) return { outcome: 'recorded', changed: 0 };
    await applyChanges(tx, deps, { lke, tier, actor }, changes, rows);
    await refreshScore(tx, deps.instruments, lke, tier);
    return { outcome: 'recorded', changed: changes.length };
  });
}

/** A note of null is the one that stands. */
type WantedAnswer = Omit<AnswerEntry, 'note'> & { readonly note: string | null };
type Rows = ReadonlyMap<IndicatorCode, AnswerRow>;

/** What would really change, shared counts included, and the rows it would change. */
async function planChanges(
  tx: Tx,
  deps: RecordDeps,
  lke: RecordLke,
  tier: Tier,
  entries: readonly WantedAnswer[],
): Promise<{ changes: AnswerEntry[]; rows: Rows }> {
  const instrument = deps.instruments.instrument(lke.instrumentId);
  const reached = reachedBy(
    instrument,
    entries.map((entry) => entry.code),
  );
  const rows = await readAnswers(tx, lke.id, tier, reached);
  const complete = entries.map((entry) => ({
    ...entry,
    note: entry.note ?? rows.get(entry.code)?.note ?? '',
  }));
  const wanted = shareCounts(instrument, complete, rows);
  return { changes: wanted.filter((entry) => differs(entry, rows.get(entry.code))), rows };
}

function differs(entry: AnswerEntry, row: AnswerRow | undefined): boolean {
  if (row === undefined) return entry.value !== null || entry.note !== '';
  return entry.note !== row.note || JSON.stringify(entry.value) !== JSON.stringify(row.value);
}

async function applyChanges(
  tx: Tx,
  deps: RecordDeps,
  { lke, tier, actor }: { lke: RecordLke; tier: Tier; actor: Actor },
  changes: readonly AnswerEntry[],
  rows: Rows,
): Promise<AnswerRow[]> {
  const now = deps.clock();
  const written: AnswerRow[] = [];
  for (const change of changes) {
    const before = rows.get(change.code);
    const replacing = { ...change, replaces: before?.version ?? 0 };
    const place = { lkeId: lke.id, tier };
    written.push(await writeAnswer(tx, place, replacing, actor, now.toISOString()));
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
