import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor, type Openness } from '../../domain/lke/openness.js';
import { standingOf } from '../lke/store.js';
import { sameProblem } from './add-evidence.js';
import {
  about,
  contentForHistory,
  linkForHistory,
  type EvidenceDeps,
  type EvidenceLke,
  type Refused,
  writeEvidence,
} from './change.js';
import { findSame } from './check-store.js';
import type { Content, NewContent, VersionDays } from './content.js';
import {
  findEvidence,
  newestOf,
  usesOf,
  type Evidence,
  type EvidenceUse,
} from './evidence-store.js';
import { withKeptBlobs } from './keep-blobs.js';
import { quotaProblems } from './limit-problems.js';
import { bumpEvidence, insertVersion, pointLink } from './write-store.js';

export interface VersionRequest {
  readonly lke: EvidenceLke;
  readonly evidenceId: number;
  /** Version of the row the person saw. */
  readonly expectedVersion: number;
  readonly item: NewContent & { readonly label: string };
  readonly days: VersionDays;
  /** Links of this LKE that shall point to the new version; the others keep theirs. */
  readonly moveLinkIds: ReadonlySet<number>;
  readonly allowSame: boolean;
  readonly actor: Actor;
}

export type VersionAdded =
  | { readonly outcome: 'added'; readonly number: number; readonly moved: number }
  /** The newest version already holds this content: nothing done. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'stale'; readonly stored: Evidence }
  | Refused;

/**
 * Adds a version beside the earlier ones, which stay, and moves the chosen links to it. The
 * register takes versions at every stage; links move only where their indicator is open.
 */
export async function addVersion(
  deps: EvidenceDeps,
  request: VersionRequest,
): Promise<VersionAdded> {
  const { lke, evidenceId, item } = request;
  const staged = item.staged === null ? [] : [item.staged];
  return withKeptBlobs(deps, staged, () =>
    writeEvidence(deps, lke, async (tx): Promise<VersionAdded> => {
      const evidence = await findEvidence(tx, lke.satker.code, evidenceId);
      if (evidence === null) return { outcome: 'missing' };
      if (evidence.withdrawnAt !== null) return { outcome: 'withdrawn' };
      if (isNewest(evidence, item.content)) return { outcome: 'unchanged' };
      if (evidence.version !== request.expectedVersion) {
        return { outcome: 'stale', stored: evidence };
      }
      const problems = [
        ...(await sameProblems(tx, request)),
        ...(await quotaProblems(tx, lke, [item])),
      ];
      if (problems.length > 0) return { outcome: 'refused', problems };
      return insertNext(tx, request, evidence, deps.clock());
    }),
  );
}

function isNewest(evidence: Evidence, content: Content): boolean {
  const newest = newestOf(evidence);
  if (newest.purgedAt !== null) return false;
  return content.type === 'file' ? newest.sha256 === content.sha256 : newest.url === content.url;
}

async function sameProblems(tx: Tx, { lke, evidenceId, item, allowSame }: VersionRequest) {
  if (allowSame) return [];
  const same = await findSame(tx, lke.satker.code, item.content);
  const other = same.find((each) => each.evidenceId !== evidenceId);
  return other === undefined ? [] : [sameProblem(item, other.name)];
}

async function insertNext(
  tx: Tx,
  request: VersionRequest,
  evidence: Evidence,
  now: Date,
): Promise<VersionAdded> {
  const { lke, item, days, actor } = request;
  const number = newestOf(evidence).number + 1;
  const next = { evidenceId: evidence.id, number, year: lke.year, content: item.content, days };
  const stamp = { userId: actor.userId, at: now.toISOString() };
  const versionId = await insertVersion(tx, next, stamp);
  await bumpEvidence(tx, evidence.id);
  const after = {
    name: evidence.name,
    version: number,
    ...days,
    ...contentForHistory(item.content),
  };
  const entry = { action: 'evidence.version', ...about(lke, evidence.id), after };
  await appendHistory(tx, actor, entry, now);
  const moved = await moveLinks(tx, request, evidence, { id: versionId, number }, now);
  return { outcome: 'added', number, moved };
}

/** Points links of this LKE to a version, each with its own entry; returns how many moved. */
export async function moveLinks(
  tx: Tx,
  request: {
    readonly lke: EvidenceLke;
    readonly moveLinkIds: ReadonlySet<number>;
    readonly actor: Actor;
  },
  evidence: Evidence,
  to: { readonly id: number; readonly number: number },
  now: Date,
): Promise<number> {
  const { lke, moveLinkIds, actor } = request;
  const { openness } = await standingOf(tx, lke.id);
  const uses = (await usesOf(tx, evidence.id)).filter(
    (use) => use.lkeId === lke.id && moveLinkIds.has(use.linkId) && isMovable(use, openness, to.id),
  );
  for (const use of uses) {
    await pointLink(tx, use.linkId, to.id);
    const before = linkForHistory(evidence, use.version, use.checklistCode);
    const after = linkForHistory(evidence, to.number, use.checklistCode);
    const where = about(lke, use.code);
    await appendHistory(tx, actor, { action: 'evidence.link', ...where, before, after }, now);
  }
  return uses.length;
}

function isMovable(use: EvidenceUse, openness: Openness, versionId: number): boolean {
  return isOpenFor(openness, use.code as IndicatorCode) && use.versionId !== versionId;
}
