import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import { about, type EvidenceDeps, type EvidenceLke } from './change.js';
import { findEvidence } from './evidence-store.js';
import { removePurgedBlob } from './keep-blobs.js';
import { setPurged } from './write-store.js';

export interface PurgeRequest {
  readonly lke: EvidenceLke;
  readonly evidenceId: number;
  /** Number of the version whose bytes go. */
  readonly number: number;
  readonly reason: string;
  readonly actor: Actor;
}

export type Purged = { readonly outcome: 'done' | 'missing' };

/**
 * An administrator removes the bytes of one version, at any stage of the LKE; row and history stay.
 * The row is marked before the bytes go: a row that is not marked never lacks its file. Bytes that
 * another version of any satker needs stay for it.
 */
export async function purgeVersion(deps: EvidenceDeps, request: PurgeRequest): Promise<Purged> {
  const { lke, evidenceId, number, reason, actor } = request;
  const sha256 = await deps.store.write(async (tx) => {
    const evidence = await findEvidence(tx, lke.satker.code, evidenceId);
    const version = evidence?.versions.find((each) => each.number === number);
    if (!evidence || !version?.sha256) return null;
    if (version.purgedAt !== null) return version.sha256;
    const now = deps.clock();
    await setPurged(tx, evidenceId, version.id, now.toISOString());
    const { fileName, size } = version;
    const before = { name: evidence.name, version: number, fileName, size, sha256: version.sha256 };
    const after = { name: evidence.name, version: number, reason };
    const entry = { action: 'evidence.purge', ...about(lke, evidenceId), before, after };
    await appendHistory(tx, actor, entry, now);
    return version.sha256;
  });
  if (sha256 === null) return { outcome: 'missing' };
  await removePurgedBlob(deps, sha256);
  return { outcome: 'done' };
}
