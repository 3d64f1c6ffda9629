import type { Tx } from '../../db/store.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import type { Problem } from '../../domain/problem.js';
import type { Deps } from '../../web/deps.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { followEvidence, standingOf, type Lke } from '../lke/store.js';
import type { Content } from './content.js';
import type { EvidenceUse } from './evidence-store.js';

/** What every change of evidence has in common. */

export type EvidenceDeps = Pick<Deps, 'store' | 'blobs' | 'clock' | 'instruments'>;

/**
 * One transaction that may change what proves an indicator: assessments of what was proved
 * otherwise count no longer, and the scores of their tiers follow in it.
 */
export async function writeEvidence<T>(
  { store, instruments, clock }: Pick<EvidenceDeps, 'store' | 'instruments' | 'clock'>,
  { satker }: Pick<EvidenceLke, 'satker'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return store.write(async (tx) => {
    const outcome = await work(tx);
    await followEvidence(tx, instruments, satker.code, clock());
    return outcome;
  });
}

/** What an LKE must tell of itself for evidence to be written. */
export type EvidenceLke = Pick<Lke, 'id' | 'year'> & { readonly satker: { readonly code: string } };

/** The LKE, or an indicator of it, is not open to the satker now: nothing done. */
export interface Closed {
  readonly outcome: 'closed';
}

export interface Refused {
  readonly outcome: 'refused';
  readonly problems: readonly Problem[];
}

/** Null where all these indicators are open. Asked in the transaction of the change. */
export async function closedFor(
  tx: Tx,
  lke: EvidenceLke,
  codes: readonly string[],
): Promise<Closed | null> {
  const { openness } = await standingOf(tx, lke.id);
  const open = codes.every((code) => isOpenFor(openness, code as IndicatorCode));
  return open ? null : { outcome: 'closed' };
}

/** Those uses that may not change now, in whichever LKE: they were handed in. */
export async function handedIn(
  tx: Tx,
  uses: readonly EvidenceUse[],
): Promise<readonly EvidenceUse[]> {
  const closed: EvidenceUse[] = [];
  for (const use of uses) {
    const { openness } = await standingOf(tx, use.lkeId);
    if (!isOpenFor(openness, use.code as IndicatorCode)) closed.push(use);
  }
  return closed;
}

/** Where a history entry belongs; the subject is an evidence id or an indicator code. */
export function about(lke: EvidenceLke, subject: string | number) {
  return { subject: String(subject), satkerCode: lke.satker.code, year: lke.year };
}

export function contentForHistory(content: Content) {
  return content.type === 'link'
    ? { url: content.url }
    : { fileName: content.fileName, size: content.size, sha256: content.sha256 };
}

export function linkForHistory(
  evidence: { readonly id: number; readonly name: string },
  version: number,
  checklistCode: string | null,
) {
  return { evidenceId: evidence.id, name: evidence.name, version, checklistCode };
}
