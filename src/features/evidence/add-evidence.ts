import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import {
  about,
  closedFor,
  contentForHistory,
  linkForHistory,
  type Closed,
  type EvidenceDeps,
  type EvidenceLke,
  type Refused,
  writeEvidence,
} from './change.js';
import { findLinkTo, findSame, type SameContent } from './check-store.js';
import type { EvidenceDetails, NewContent } from './content.js';
import { withKeptBlobs } from './keep-blobs.js';
import { linkLimitProblems, quotaProblems } from './limit-problems.js';
import { insertEvidence, insertLink, insertVersion } from './write-store.js';

export interface NewEvidence extends NewContent {
  readonly name: string;
  /** How the person knows it, for refusals: file name or address. */
  readonly label: string;
}

export interface AddRequest {
  readonly lke: EvidenceLke;
  /** Indicator it is linked to at once, or null: into the register only. */
  readonly code: IndicatorCode | null;
  readonly checklistCode: string | null;
  readonly items: readonly NewEvidence[];
  readonly details: EvidenceDetails;
  /** The person was told that the content is there already and wants it apart. */
  readonly allowSame: boolean;
  readonly actor: Actor;
}

/** Evidence of this satker's register that already holds what a refused item brings. */
export interface SameOffer extends SameContent {
  readonly label: string;
  /** The indicator has this evidence in another version; null where it does not have it. */
  readonly linkedVersion: number | null;
}

export type Added =
  | { readonly outcome: 'added'; readonly ids: readonly number[]; readonly already: number }
  | (Refused & { readonly offers: readonly SameOffer[] })
  | Closed;

/**
 * The register takes documents at every stage; an indicator only while it is open.
 * Adds all items or none: bytes kept, then evidence, version, link and history in one transaction.
 * An item that is already linked to the very indicator leaves no trace, so a form sent ten times
 * has one effect.
 */
export async function addEvidence(deps: EvidenceDeps, request: AddRequest): Promise<Added> {
  const staged = request.items.flatMap((item) => item.staged ?? []);
  return withKeptBlobs(deps, staged, () =>
    writeEvidence(deps, request.lke, async (tx): Promise<Added> => {
      const { code } = request;
      const closed = code === null ? null : await closedFor(tx, request.lke, [code]);
      if (closed !== null) return closed;
      const plan = await planItems(tx, request);
      const problems = [...plan.problems, ...(await limitProblems(tx, request, plan.items))];
      if (problems.length > 0) return { outcome: 'refused', problems, offers: plan.offers };
      const ids: number[] = [];
      for (const item of plan.items) ids.push(await insertOne(tx, request, item, deps.clock()));
      return { outcome: 'added', ids, already: request.items.length - plan.items.length };
    }),
  );
}

interface Plan {
  readonly items: readonly NewEvidence[];
  readonly problems: readonly Problem[];
  readonly offers: readonly SameOffer[];
}

/** Which items are new; repeats within the form and what is linked already fall away. */
async function planItems(tx: Tx, request: AddRequest): Promise<Plan> {
  const items: NewEvidence[] = [];
  const offers: SameOffer[] = [];
  const problems: Problem[] = [];
  for (const item of withoutRepeats(request.items)) {
    const same = await findSame(tx, request.lke.satker.code, item.content);
    const linked = await linkedAmong(tx, request, item, same);
    if (linked === 'this-content') continue;
    const [first] = same;
    if (first === undefined || request.allowSame) items.push(item);
    else {
      const offer = linked ?? { ...first, linkedVersion: null };
      offers.push({ label: item.label, ...offer });
      problems.push(sameProblem(item, offer.name));
    }
  }
  return { items, problems, offers };
}

/** The satker's register already holds this content, under that name. */
export function sameProblem(item: Pick<NewEvidence, 'content' | 'label'>, name: string): Problem {
  const field = item.content.type === 'file' ? 'files' : 'links';
  return { field, code: 'evidence-same', args: { label: item.label, name } };
}

function withoutRepeats(items: readonly NewEvidence[]): readonly NewEvidence[] {
  const keyOf = ({ content }: NewEvidence) =>
    content.type === 'file' ? content.sha256 : content.url;
  const first = new Map([...items].reverse().map((item) => [keyOf(item), item]));
  return items.filter((item) => first.get(keyOf(item)) === item);
}

/** Whether the indicator has the content already, or at least an evidence that holds it. */
async function linkedAmong(
  tx: Tx,
  { lke, code }: AddRequest,
  { content }: NewEvidence,
  same: readonly SameContent[],
): Promise<'this-content' | (SameContent & { linkedVersion: number }) | null> {
  if (code === null) return null;
  let other: (SameContent & { linkedVersion: number }) | null = null;
  for (const each of same) {
    const link = await findLinkTo(tx, lke.id, code, each.evidenceId);
    if (link === null) continue;
    const isThis =
      content.type === 'file' ? link.sha256 === content.sha256 : link.url === content.url;
    if (isThis) return 'this-content';
    other ??= { ...each, linkedVersion: link.number };
  }
  return other;
}

async function limitProblems(
  tx: Tx,
  { lke, code }: AddRequest,
  items: readonly NewEvidence[],
): Promise<Problem[]> {
  const linked = code === null ? [] : await linkLimitProblems(tx, lke, code, items.length);
  return [...linked, ...(await quotaProblems(tx, lke, items))];
}

async function insertOne(
  tx: Tx,
  { lke, code, checklistCode, details, actor }: AddRequest,
  { name, content }: NewEvidence,
  now: Date,
): Promise<number> {
  const stamp = { userId: actor.userId, at: now.toISOString() };
  const id = await insertEvidence(tx, lke.satker.code, name, details, stamp);
  const version = { evidenceId: id, number: 1, year: lke.year, content, days: details };
  const versionId = await insertVersion(tx, version, stamp);
  const after = { name, ...details, ...contentForHistory(content) };
  await appendHistory(tx, actor, { action: 'evidence.add', ...about(lke, id), after }, now);
  if (code === null) return id;
  await insertLink(tx, { lkeId: lke.id, code, evidenceId: id, versionId, checklistCode }, stamp);
  const linked = linkForHistory({ id, name }, 1, checklistCode);
  const entry = { action: 'evidence.link', ...about(lke, code), after: linked };
  await appendHistory(tx, actor, entry, now);
  return id;
}
