import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { predikatText } from '../../text/messages/satker.js';
import { predikatOf, type PredikatEntry } from './store.js';
import { insertPredikat, type PredikatDetails } from './write-store.js';

/**
 * Adds a decree to the register. WBBM without a WBK on record is accepted, because the register
 * states what was decreed, and is marked on the page. The same entry again changes nothing.
 */
export async function addPredikat(
  store: Store,
  actor: Actor,
  satkerCode: string,
  details: PredikatDetails,
  at: Date,
): Promise<Outcome<null>> {
  return store.write(async (tx) => {
    const same = sameGrant(await predikatOf(tx, satkerCode), details, null);
    if (same !== null && isEqual(same, details)) return { ok: true, value: null };
    if (same !== null) return exists(details);
    await insertPredikat(tx, satkerCode, details);
    const subject = `${details.kind} ${details.year}`;
    await appendHistory(
      tx,
      actor,
      { action: 'predikat.add', subject, satkerCode, after: details },
      at,
    );
    return { ok: true, value: null };
  });
}

/** Another entry of the same predikat and year, of which there can be only one. */
export function sameGrant(
  register: readonly PredikatEntry[],
  { kind, year }: PredikatDetails,
  exceptId: number | null,
): PredikatEntry | null {
  const same = register.find((entry) => entry.kind === kind && entry.year === year);
  return same === undefined || same.id === exceptId ? null : same;
}

export function exists({ kind, year }: PredikatDetails): ReturnType<typeof refused> {
  return refused('year', 'predikat-exists', { predikat: predikatText[kind], year });
}

function isEqual(entry: PredikatEntry, details: PredikatDetails): boolean {
  return (
    entry.revokedOn === null &&
    entry.decreeNumber === details.decreeNumber &&
    entry.decreeDay === details.decreeDay &&
    entry.grantedBy === details.grantedBy
  );
}
