import { createHash } from 'node:crypto';
import type { HistoryTable } from './schema.js';
import type { Actor, Db, HistoryEntry, HistoryHead, Tx } from './store.js';

/**
 * Adds one entry to the chain, in the transaction of the change it tells of, and holds the actor to
 * the rights of this very moment.
 */
export async function appendHistory(
  tx: Tx,
  actor: Actor,
  entry: HistoryEntry,
  at: Date,
): Promise<HistoryHead> {
  await requireRight(tx, actor);
  await actor.beforeEntry?.(tx, actor, entry);
  const last = await historyHead(tx);
  const row = {
    seq: last.seq + 1,
    at: at.toISOString(),
    actor_id: actor.userId,
    actor_name: actor.name,
    actor_role: actor.role,
    origin: actor.origin,
    satker_code: entry.satkerCode ?? null,
    year: entry.year ?? null,
    action: entry.action,
    subject: entry.subject,
    before: jsonOrNull(entry.before),
    after: jsonOrNull(entry.after),
    previous_hash: last.hash,
  };
  const hash = historyHash(row);
  await tx
    .insertInto('history')
    .values({ ...row, hash })
    .execute();
  return { seq: row.seq, hash };
}

/** Who was asked already, in which transaction. */
const asked = new WeakMap<Tx, WeakSet<Actor>>();

/** Throws where the actor lost the right meanwhile, so that the whole transaction falls. */
export async function requireRight(tx: Tx, actor: Actor): Promise<void> {
  const known = asked.get(tx) ?? new WeakSet();
  if (actor.stillMay === undefined || known.has(actor)) return;
  asked.set(tx, known.add(actor));
  if (await actor.stillMay(tx)) return;
  throw Object.assign(new Error('the right was taken away during the request'), { status: 403 });
}

/** The newest entry; (0, "") when there is none. */
export async function historyHead(db: Db | Tx): Promise<HistoryHead> {
  const newest = db.selectFrom('history').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1);
  return (await newest.executeTakeFirst()) ?? { seq: 0, hash: '' };
}

/**
 * SHA-256 over all fields and the previous hash as one JSON array: fixed order, every text quoted,
 * so that no two entries share a form.
 */
export function historyHash(row: Omit<HistoryTable, 'hash'>): string {
  const fields = [
    row.seq,
    row.at,
    row.actor_id,
    row.actor_name,
    row.actor_role,
    row.origin,
    row.satker_code,
    row.year,
    row.action,
    row.subject,
    row.before,
    row.after,
    row.previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
