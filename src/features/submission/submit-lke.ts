import type { Role } from '../../domain/access/roles.js';
import { exactToStored } from '../../domain/exact.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import { factsOfReadiness, type Readiness } from '../../domain/lke/readiness.js';
import type { SubmissionContent } from '../../domain/lke/submission-content.js';
import { appendHistory, historyHead } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findLke, isPastDeadline, sentBackBy, type Lke, type Sheet } from '../lke/store.js';
import { datesFor } from '../years/store.js';
import { insertContent, liveContent } from './frozen-store.js';
import { readReadiness } from './read-readiness.js';
import { moveStage } from './stage-store.js';
import { contentFingerprint, submissionHash } from './submission-hash.js';
import { insertSubmission, roundOf, type Submission } from './submission-store.js';

export type SubmitDeps = Pick<Deps, 'store' | 'clock' | 'instruments'>;

export interface SubmitRequest {
  readonly lke: Lke;
  /** Roles in which the person reaches the satker. */
  readonly roles: readonly Role[];
  /** {@link contentFingerprint} of what was confirmed. */
  readonly confirmed: string;
  readonly actor: Actor;
}

export type Submitted =
  | { readonly outcome: 'submitted'; readonly submission: Omit<Submission, 'id'> }
  /** Something is still missing: nothing done. */
  | { readonly outcome: 'unready'; readonly readiness: Readiness }
  /** Answers, notes or evidence changed since the page was made: nothing done. */
  | { readonly outcome: 'changed' }
  | Exclude<Verdict, { verdict: 'allowed' | 'unmet' }>;

/**
 * Hands an LKE in: the frozen copy, its number and hash, the next stage and the history in one
 * transaction, which asks everything again.
 */
export async function submitLke(deps: SubmitDeps, request: SubmitRequest): Promise<Submitted> {
  const { roles } = request;
  return deps.store.write(async (tx): Promise<Submitted> => {
    const lke = await asItIsNow(tx, request.lke);
    const { stage } = lke;
    const { readiness, sheet } = await readReadiness(tx, deps, lke);
    const { level } = lke.satker;
    const wish = { action: 'submit', stage, level, roles } as const;
    const verdict = judgeTransition(wish, factsOfReadiness(readiness));
    if (verdict.verdict === 'unmet') return { outcome: 'unready', readiness };
    if (verdict.verdict !== 'allowed') return verdict;
    const content = await liveContent(tx, lke.id);
    if (contentFingerprint(lke.target, content) !== request.confirmed) {
      return { outcome: 'changed' };
    }
    const submission = await freeze(tx, deps, { ...request, lke }, sheet, content);
    const { to } = verdict.transition;
    const at = submission.submittedAt;
    await moveStage(tx, { lkeId: lke.id, from: stage, to, at, by: request.actor });
    const after = { round: submission.number, stage: to, ...told(submission) };
    const entry = { action: 'lke.submit', subject: lke.satker.code, before: { stage }, after };
    const place = { satkerCode: lke.satker.code, year: lke.year };
    await appendHistory(tx, request.actor, { ...entry, ...place }, new Date(at));
    return { outcome: 'submitted', submission };
  });
}

/** The target may have been changed since the page was asked, like everything else. */
async function asItIsNow(tx: Tx, { satker, year }: Lke): Promise<Lke> {
  const lke = await findLke(tx, satker.code, year);
  if (lke === null) throw new Error(`no LKE ${satker.code} ${year}`);
  return lke;
}

async function freeze(
  tx: Tx,
  deps: SubmitDeps,
  { lke, actor }: SubmitRequest,
  { score }: Sheet,
  content: SubmissionContent,
): Promise<Omit<Submission, 'id'>> {
  const now = deps.clock();
  const head = await historyHead(tx);
  const parts = {
    satkerCode: lke.satker.code,
    year: lke.year,
    number: (await roundOf(tx, lke.id)) + 1,
    target: lke.target,
    submittedByName: actor.name,
    submittedAt: now.toISOString(),
    isLate: await isLate(tx, lke, now),
    answered: score.answered,
    total: exactToStored(score.total),
    headSeq: head.seq,
    headHash: head.hash,
  };
  const submission = {
    ...parts,
    lkeId: lke.id,
    submittedBy: actor.userId,
    contentHash: submissionHash(parts, content),
  };
  await insertContent(tx, await insertSubmission(tx, submission), content);
  return submission;
}

/** After the date that ends the filling, or that of the tier which sent it back. */
async function isLate(tx: Tx, lke: Lke, now: Date): Promise<boolean> {
  const sentBack = await sentBackBy(tx, lke.id);
  const days = await datesFor(tx, lke.year, lke.satker.code);
  return isPastDeadline(days, 'pengisian', sentBack, now, lke.satker.timeZone);
}

/** What the history keeps of it. */
function told(submission: Omit<Submission, 'id'>) {
  return {
    answered: submission.answered,
    total: submission.total,
    time: submission.isLate ? 'late' : 'on-time',
    contentHash: submission.contentHash,
  };
}
