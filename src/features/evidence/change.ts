import type { Tx } from '../../db/store.js';
import { isOpenForFilling, type Stage } from '../../domain/lke/stages.js';
import type { Problem } from '../../domain/problem.js';
import type { Deps } from '../../web/deps.js';
import type { Lke } from '../lke/store.js';
import { stageOfLke } from './check-store.js';
import type { Content } from './content.js';

/** What every change of evidence has in common. */

export type EvidenceDeps = Pick<Deps, 'store' | 'blobs' | 'clock'>;

/** What an LKE must tell of itself for evidence to be written. */
export type EvidenceLke = Pick<Lke, 'id' | 'year'> & { readonly satker: { readonly code: string } };

/** The LKE is not being filled now: nothing done. */
export interface Closed {
  readonly outcome: 'closed';
  readonly stage: Stage;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly problems: readonly Problem[];
}

/** Null while the LKE is being filled. Asked in the transaction of the change. */
export async function closedStage(tx: Tx, lke: EvidenceLke): Promise<Closed | null> {
  const stage = await stageOfLke(tx, lke.id);
  return isOpenForFilling(stage) ? null : { outcome: 'closed', stage };
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
