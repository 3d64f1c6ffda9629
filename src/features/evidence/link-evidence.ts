import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import {
  about,
  closedFor,
  linkForHistory,
  type Closed,
  type EvidenceDeps,
  type EvidenceLke,
  type Refused,
  writeEvidence,
} from './change.js';
import { findLinkTo } from './check-store.js';
import { findEvidence, newestOf, type Evidence } from './evidence-store.js';
import { linkLimitProblems } from './limit-problems.js';
import { insertLink } from './write-store.js';

/** One evidence onto one indicator. */
export interface Link {
  readonly code: IndicatorCode;
  readonly evidenceId: number;
}

export interface LinkRequest {
  readonly lke: EvidenceLke;
  readonly links: readonly Link[];
  readonly checklistCode: string | null;
  readonly actor: Actor;
}

export type Linked =
  | { readonly outcome: 'linked'; readonly count: number; readonly already: number }
  | Refused
  | Closed;

/** Links the newest version of evidence to indicators, all or none; what is linked stays as it is. */
export async function linkEvidence(
  deps: Pick<EvidenceDeps, 'store' | 'clock' | 'instruments'>,
  request: LinkRequest,
): Promise<Linked> {
  const { lke, links } = request;
  return writeEvidence(deps, lke, async (tx): Promise<Linked> => {
    const closed = await closedFor(
      tx,
      lke,
      links.map(({ code }) => code),
    );
    if (closed !== null) return closed;
    const fresh = await withoutLinked(tx, lke, links);
    const found = await findAll(tx, lke, fresh);
    const problems = [...found.problems, ...(await limitProblems(tx, lke, fresh))];
    if (problems.length > 0) return { outcome: 'refused', problems };
    for (const link of found.links) await insertOne(tx, request, link, deps.clock());
    return { outcome: 'linked', count: fresh.length, already: links.length - fresh.length };
  });
}

async function withoutLinked(tx: Tx, lke: EvidenceLke, links: readonly Link[]): Promise<Link[]> {
  const fresh: Link[] = [];
  for (const link of links) {
    const linked = await findLinkTo(tx, lke.id, link.code, link.evidenceId);
    if (linked === null) fresh.push(link);
  }
  return fresh;
}

interface FoundLink {
  readonly code: IndicatorCode;
  readonly evidence: Evidence;
}

/** Withdrawn evidence, and one whose newest bytes were purged, proves nothing and is refused. */
async function findAll(
  tx: Tx,
  lke: EvidenceLke,
  links: readonly Link[],
): Promise<{ links: FoundLink[]; problems: Problem[] }> {
  const found: FoundLink[] = [];
  const problems: Problem[] = [];
  for (const { code, evidenceId } of links) {
    const evidence = await findEvidence(tx, lke.satker.code, evidenceId);
    if (evidence === null) problems.push({ field: '', code: 'evidence-missing-here' });
    else if (evidence.withdrawnAt !== null || newestOf(evidence).purgedAt !== null) {
      problems.push({ field: '', code: 'evidence-not-linkable', args: { name: evidence.name } });
    } else found.push({ code, evidence });
  }
  return { links: found, problems };
}

async function limitProblems(tx: Tx, lke: EvidenceLke, links: readonly Link[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const code of new Set(links.map((link) => link.code))) {
    const added = links.filter((link) => link.code === code).length;
    problems.push(...(await linkLimitProblems(tx, lke, code, added)));
  }
  return problems;
}

async function insertOne(
  tx: Tx,
  { lke, checklistCode, actor }: LinkRequest,
  { code, evidence }: FoundLink,
  now: Date,
): Promise<void> {
  const newest = newestOf(evidence);
  const link = { lkeId: lke.id, code, evidenceId: evidence.id, versionId: newest.id };
  const stamp = { userId: actor.userId, at: now.toISOString() };
  await insertLink(tx, { ...link, checklistCode }, stamp);
  const after = linkForHistory(evidence, newest.number, checklistCode);
  await appendHistory(tx, actor, { action: 'evidence.link', ...about(lke, code), after }, now);
}
