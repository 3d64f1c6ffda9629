import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import {
  about,
  handedIn,
  writeEvidence,
  type Closed,
  type EvidenceDeps,
  type EvidenceLke,
} from './change.js';
import type { EvidenceDetails } from './content.js';
import { findEvidence, newestOf, usesOf, type Evidence } from './evidence-store.js';
import { updateDetails } from './write-store.js';

export interface NamedDetails extends EvidenceDetails {
  readonly name: string;
}

export interface EditRequest {
  readonly lke: EvidenceLke;
  readonly evidenceId: number;
  readonly expectedVersion: number;
  readonly details: NamedDetails;
  readonly actor: Actor;
}

export type Edited =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'stale'; readonly stored: Evidence }
  | Closed;

/**
 * Changes what is said of an evidence; days are those of its newest version. What was handed in
 * with an indicator that is closed now keeps what was said of it.
 */
export async function editDetails(
  deps: Pick<EvidenceDeps, 'store' | 'clock' | 'instruments'>,
  { lke, evidenceId, expectedVersion, details, actor }: EditRequest,
): Promise<Edited> {
  return writeEvidence(deps, lke, async (tx): Promise<Edited> => {
    const evidence = await findEvidence(tx, lke.satker.code, evidenceId);
    if (evidence === null) return { outcome: 'missing' };
    const stored = detailsOf(evidence);
    const changed = KEYS.filter((key) => stored[key] !== details[key]);
    if (changed.length === 0) return { outcome: 'done' };
    const closed = await handedIn(tx, await usesOf(tx, evidenceId));
    if (closed.length > 0) return { outcome: 'closed' };
    if (evidence.version !== expectedVersion) return { outcome: 'stale', stored: evidence };
    const target = { evidenceId, versionId: newestOf(evidence).id };
    await updateDetails(tx, target, details.name, details);
    const [before, after] = [pick(stored, changed), pick(details, changed)];
    const entry = { action: 'evidence.details', ...about(lke, evidenceId), before, after };
    await appendHistory(tx, actor, entry, deps.clock());
    return { outcome: 'done' };
  });
}

export function detailsOf(evidence: Evidence): NamedDetails {
  const { documentDay, periodFrom, periodTo, validUntil } = newestOf(evidence);
  const { name, kind, physicalLocation } = evidence;
  return { name, kind, physicalLocation, documentDay, periodFrom, periodTo, validUntil };
}

const KEYS = [
  'name',
  'kind',
  'physicalLocation',
  'documentDay',
  'periodFrom',
  'periodTo',
  'validUntil',
] as const satisfies readonly (keyof NamedDetails)[];

/** The changed parts, and the name, so that the history can say of what. */
function pick(details: NamedDetails, keys: readonly (keyof NamedDetails)[]) {
  const parts = Object.fromEntries(keys.map((key) => [key, details[key]]));
  return { name: details.name, ...parts };
}
