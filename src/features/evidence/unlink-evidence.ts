import { appendHistory } from '../../db/history.js';
import type { Actor, Db } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import {
  about,
  closedFor,
  linkForHistory,
  type Closed,
  type EvidenceDeps,
  type EvidenceLke,
  writeEvidence,
} from './change.js';
import { evidenceOfIndicator } from './store.js';
import { deleteLink } from './write-store.js';

export interface UnlinkRequest {
  readonly lke: EvidenceLke;
  readonly code: IndicatorCode;
  readonly linkId: number;
  readonly actor: Actor;
}

export type Unlinked =
  { readonly outcome: 'unlinked'; readonly name: string } | { readonly outcome: 'gone' } | Closed;

/** Takes one link away; the evidence stays in the register. A link already gone is no fault. */
export async function unlinkEvidence(
  deps: Pick<EvidenceDeps, 'store' | 'clock' | 'instruments'>,
  { lke, code, linkId, actor }: UnlinkRequest,
): Promise<Unlinked> {
  return writeEvidence(deps, lke, async (tx): Promise<Unlinked> => {
    const closed = await closedFor(tx, lke, [code]);
    if (closed !== null) return closed;
    const link = await findLink(tx, lke, code, linkId);
    if (link === null) return { outcome: 'gone' };
    await deleteLink(tx, linkId);
    const evidence = { id: link.evidenceId, name: link.name };
    const before = linkForHistory(evidence, link.version, link.checklistCode);
    const entry = { action: 'evidence.unlink', ...about(lke, code), before };
    await appendHistory(tx, actor, entry, deps.clock());
    return { outcome: 'unlinked', name: link.name };
  });
}

/** The link if it is one of this very indicator of this LKE, else null. */
export async function findLink(db: Db, lke: EvidenceLke, code: IndicatorCode, linkId: number) {
  const linked = await evidenceOfIndicator(db, lke.id, code);
  return linked.find((link) => link.linkId === linkId) ?? null;
}
