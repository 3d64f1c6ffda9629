import { historyHash } from './history.js';
import type { HistoryTable } from './schema.js';
import type { Db, HistoryHead } from './store.js';

type HistoryFaultKind =
  /** A number is missing or stands twice. */
  | 'gap'
  /** The entry does not name the hash of the one before it. */
  | 'link'
  /** The entry's own hash does not fit its content. */
  | 'content'
  /** The head file is missing or unreadable. */
  | 'head-missing'
  /** The head file names an entry beyond the last one: the tail was cut. */
  | 'head-cut'
  /** The entry the head file names has another hash. */
  | 'head-differs';

export interface HistoryFault {
  readonly seq: number;
  readonly kind: HistoryFaultKind;
}

export interface HistoryVerdict {
  readonly entries: number;
  readonly head: HistoryHead;
  readonly faults: readonly HistoryFault[];
}

const PAGE = 1000;

/**
 * Walks the whole chain and compares it with a head that was kept apart (null: it is missing). Read
 * that head first: it may lag behind a database that is being written, never lead it.
 */
export async function verifyHistory(db: Db, kept: HistoryHead | null): Promise<HistoryVerdict> {
  const faults: HistoryFault[] = [];
  let last: HistoryHead = { seq: 0, hash: '' };
  let entries = 0;
  let keptHash = kept?.seq === 0 ? '' : undefined;
  for await (const row of entriesInOrder(db)) {
    faults.push(...entryFaults(row, last));
    if (row.seq === kept?.seq) keptHash = row.hash;
    last = { seq: row.seq, hash: row.hash };
    entries += 1;
  }
  faults.push(...headFaults(kept, keptHash, last));
  return { entries, head: last, faults };
}

async function* entriesInOrder(db: Db): AsyncGenerator<HistoryTable> {
  // Starts below every number an intruder could have chosen.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = db.selectFrom('history').selectAll().where('seq', '>', after).orderBy('seq');
    const rows = await page.limit(PAGE).execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.seq;
  }
}

function entryFaults(row: HistoryTable, previous: HistoryHead): HistoryFault[] {
  const faults: HistoryFault[] = [];
  const { hash, ...content } = row;
  if (row.seq !== previous.seq + 1) faults.push({ seq: row.seq, kind: 'gap' });
  if (row.previous_hash !== previous.hash) faults.push({ seq: row.seq, kind: 'link' });
  if (hash !== historyHash(content)) faults.push({ seq: row.seq, kind: 'content' });
  return faults;
}

function headFaults(
  kept: HistoryHead | null,
  keptHash: string | undefined,
  last: HistoryHead,
): HistoryFault[] {
  if (kept === null) return last.seq === 0 ? [] : [{ seq: last.seq, kind: 'head-missing' }];
  if (kept.seq > last.seq) return [{ seq: kept.seq, kind: 'head-cut' }];
  return keptHash === kept.hash ? [] : [{ seq: kept.seq, kind: 'head-differs' }];
}
