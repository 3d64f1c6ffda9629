import type { Tier } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { reachedBy, shareCounts, type AnswerEntry } from '../../domain/scoring/share-counts.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { readAnswers, standingOf, type AnswerRow, type Lke } from '../lke/store.js';
import { writeAnswer } from './write-store.js';

/** The one way in which answers of a sheet change; the caller records the history and the score. */

/** A note of null is the one that stands. */
export type WantedAnswer = Omit<AnswerEntry, 'note'> & { readonly note: string | null };
export type AnswerRows = ReadonlyMap<IndicatorCode, AnswerRow>;

export interface PlannedChanges {
  /** What would really change, shared counts included. */
  readonly changes: readonly AnswerEntry[];
  /** The rows as they stand, of everything the change may reach. */
  readonly rows: AnswerRows;
  /** Of the satker's own: what is closed now (domain/lke/openness.ts). Refuse before writing. */
  readonly closed: readonly IndicatorCode[];
}

export async function planChanges(
  tx: Tx,
  deps: Pick<Deps, 'instruments'>,
  lke: Pick<Lke, 'id' | 'instrumentId'>,
  tier: Tier,
  entries: readonly WantedAnswer[],
): Promise<PlannedChanges> {
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
  const changes = wanted.filter((entry) => differs(entry, rows.get(entry.code)));
  return {
    changes,
    rows,
    closed: tier === 'mandiri' ? await closedAmong(tx, lke.id, changes) : [],
  };
}

/** Writes what {@link planChanges} found, each over the version it stands on; never a closed one. */
export async function writeChanges(
  tx: Tx,
  place: { readonly lkeId: number; readonly tier: Tier },
  { changes, rows }: Pick<PlannedChanges, 'changes' | 'rows'>,
  actor: Actor,
  now: Date,
): Promise<AnswerRow[]> {
  const closed = place.tier === 'mandiri' ? await closedAmong(tx, place.lkeId, changes) : [];
  if (closed.length > 0) throw new Error(`closed now: ${closed.join(', ')}`);
  const written: AnswerRow[] = [];
  for (const change of changes) {
    const replacing = { ...change, replaces: rows.get(change.code)?.version ?? 0 };
    written.push(await writeAnswer(tx, place, replacing, actor, now.toISOString()));
  }
  return written;
}

async function closedAmong(
  tx: Tx,
  lkeId: number,
  changes: readonly AnswerEntry[],
): Promise<readonly IndicatorCode[]> {
  const { openness } = await standingOf(tx, lkeId);
  return changes.map(({ code }) => code).filter((code) => !isOpenFor(openness, code));
}

function differs(entry: AnswerEntry, row: AnswerRow | undefined): boolean {
  if (row === undefined) return entry.value !== null || entry.note !== '';
  return entry.note !== row.note || JSON.stringify(entry.value) !== JSON.stringify(row.value);
}
