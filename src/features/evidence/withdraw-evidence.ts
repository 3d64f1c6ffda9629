import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Problem } from '../../domain/problem.js';
import {
  about,
  handedIn,
  type Closed,
  type EvidenceDeps,
  type EvidenceLke,
  type Refused,
  writeEvidence,
} from './change.js';
import { findEvidence, usesOf, type Evidence } from './evidence-store.js';
import { linkLimitProblems } from './limit-problems.js';
import { setWithdrawn } from './write-store.js';

export interface WithdrawRequest {
  readonly lke: EvidenceLke;
  readonly evidenceId: number;
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type Withdrawn =
  | { readonly outcome: 'done'; readonly name: string }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'stale'; readonly stored: Evidence }
  | Refused
  | Closed;

/**
 * Withdraws an evidence uploaded by mistake. It stays in the register, marked; its links stay too
 * but prove nothing, so that taking the withdrawal back restores them.
 */
export async function withdrawEvidence(
  deps: Pick<EvidenceDeps, 'store' | 'clock' | 'instruments'>,
  request: WithdrawRequest & { readonly reason: string },
): Promise<Withdrawn> {
  const { lke, evidenceId, reason, actor } = request;
  return writeEvidence(deps, lke, async (tx): Promise<Withdrawn> => {
    const found = await findChangeable(tx, request);
    if (found.outcome !== 'found') return found;
    const { evidence } = found;
    if (evidence.withdrawnReason === reason) return { outcome: 'done', name: evidence.name };
    if (evidence.version !== request.expectedVersion) return { outcome: 'stale', stored: evidence };
    const now = deps.clock();
    await setWithdrawn(tx, evidenceId, { at: now.toISOString(), reason });
    const after = { name: evidence.name, withdrawn: true, reason };
    const entry = { action: 'evidence.withdraw', ...about(lke, evidenceId), after };
    await appendHistory(tx, actor, entry, now);
    return { outcome: 'done', name: evidence.name };
  });
}

/** Takes a withdrawal back; refused where an indicator has meanwhile reached its limit. */
export async function restoreEvidence(
  deps: Pick<EvidenceDeps, 'store' | 'clock' | 'instruments'>,
  request: WithdrawRequest,
): Promise<Withdrawn> {
  const { lke, evidenceId, actor } = request;
  return writeEvidence(deps, lke, async (tx): Promise<Withdrawn> => {
    const found = await findChangeable(tx, request);
    if (found.outcome !== 'found') return found;
    const { evidence } = found;
    if (evidence.withdrawnAt === null) return { outcome: 'done', name: evidence.name };
    if (evidence.version !== request.expectedVersion) return { outcome: 'stale', stored: evidence };
    const problems = await restoreProblems(tx, lke, evidenceId);
    if (problems.length > 0) return { outcome: 'refused', problems };
    await setWithdrawn(tx, evidenceId, null);
    const before = { name: evidence.name, withdrawn: true, reason: evidence.withdrawnReason };
    const after = { name: evidence.name, withdrawn: false };
    const entry = { action: 'evidence.withdraw', ...about(lke, evidenceId), before, after };
    await appendHistory(tx, actor, entry, deps.clock());
    return { outcome: 'done', name: evidence.name };
  });
}

type Found =
  | { readonly outcome: 'found'; readonly evidence: Evidence }
  | Exclude<Withdrawn, { outcome: 'done' }>;

/** What was handed in, with this or another LKE of the satker, stays as it was handed in. */
async function findChangeable(tx: Tx, { lke, evidenceId }: WithdrawRequest): Promise<Found> {
  const evidence = await findEvidence(tx, lke.satker.code, evidenceId);
  if (evidence === null) return { outcome: 'missing' };
  const closed = await handedIn(tx, await usesOf(tx, evidenceId));
  if (closed.some((use) => use.lkeId === lke.id)) return { outcome: 'closed' };
  const [other] = closed;
  if (other === undefined) return { outcome: 'found', evidence };
  const args = { year: other.year };
  return { outcome: 'refused', problems: [{ field: '', code: 'evidence-handed-in', args }] };
}

async function restoreProblems(tx: Tx, lke: EvidenceLke, evidenceId: number): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const use of await usesOf(tx, evidenceId)) {
    const where = { ...lke, id: use.lkeId };
    problems.push(...(await linkLimitProblems(tx, where, use.code, 1)));
  }
  return problems;
}
