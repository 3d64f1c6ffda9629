import type { Role } from '../../domain/access/roles.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import { TAKE_BACKS, type TakeBack } from '../../domain/lke/take-back.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import { dayIn } from '../../text/format.js';
import { takeBackText } from '../../text/messages/take-back.js';
import type { Deps } from '../../web/deps.js';
import { findLke, type Lke } from '../lke/store.js';
import { moveStage } from '../submission/store.js';
import { hasResult } from '../tpn/store.js';
import { decisionsOf, type Decision } from './decision-store.js';
import {
  grantedEntry,
  insertTakeBack,
  leaveDraftLetter,
  reopenReturns,
  revokeEntry,
  withdrawProposal,
} from './take-back-store.js';

export interface TakeBackRequest {
  readonly lke: Lke;
  readonly roles: readonly Role[];
  readonly action: TakeBack;
  /** Normalised, not empty. */
  readonly reason: string;
  /** Version of the LKE on the page. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** Everything but `done` changed nothing. */
export type TakenBackResult =
  | { readonly outcome: 'done'; readonly decision: Decision; readonly to: Stage }
  /** The LKE moved since the page was made, or no decision stands behind its stage. */
  | { readonly outcome: 'stale' | 'no-decision'; readonly stage: Stage }
  | Exclude<Verdict, { verdict: 'allowed' }>;

/**
 * Takes back the decision on which an LKE stands where it does: it stands again where it was decided.
 * Decision, letter, report and register entry stay, marked as what they are now.
 */
export async function takeBack(
  deps: Pick<Deps, 'store' | 'clock'>,
  request: TakeBackRequest,
): Promise<TakenBackResult> {
  const { action, roles } = request;
  return deps.store.write(async (tx): Promise<TakenBackResult> => {
    const lke = await findLke(tx, request.lke.satker.code, request.lke.year);
    if (lke === null) throw new Error(`no LKE ${request.lke.id}`);
    const { stage } = lke;
    const facts = { 'no-tpn-result': !(await hasResult(tx, lke.id)) };
    const verdict = judgeTransition({ action, stage, level: lke.satker.level, roles }, facts);
    if (verdict.verdict !== 'allowed') return verdict;
    if (lke.version !== request.expectedVersion) return { outcome: 'stale', stage };
    const decision = await standingDecision(tx, lke.id, action);
    if (decision === null) return { outcome: 'no-decision', stage };
    const { to } = verdict.transition;
    const work = { ...request, lke, decision, role: verdict.role, now: deps.clock() };
    await record(tx, work, to);
    return { outcome: 'done', decision, to };
  });
}

/** The newest decision of its kind, unless it was taken back already. */
export async function standingDecision(
  db: Db,
  lkeId: number,
  action: TakeBack,
): Promise<Decision | null> {
  const kinds: readonly Decision['kind'][] = TAKE_BACKS[action];
  const newest = (await decisionsOf(db, lkeId)).find(({ takenBack }) => takenBack === null);
  return newest !== undefined && kinds.includes(newest.kind) ? newest : null;
}

interface Work extends TakeBackRequest {
  readonly decision: Decision;
  readonly role: Role;
  readonly now: Date;
}

async function record(tx: Tx, work: Work, to: Stage): Promise<void> {
  const { lke, decision, reason, actor, role, now } = work;
  const at = now.toISOString();
  await insertTakeBack(tx, decision.id, { reason, actor, role, at });
  await undo(tx, work, at);
  const move = { lkeId: lke.id, from: lke.stage, to, at, by: actor, isTakenBack: true };
  await moveStage(tx, move);
  // After the move, which settles whatever held the LKE where it was.
  await reopenReturns(tx, lke.id, decision.at);
  const after = { stage: to, takenBack: decision.kind, round: decision.round, reason };
  const place = { subject: lke.satker.code, satkerCode: lke.satker.code, year: lke.year };
  const entry = { action: 'lke.take-back', ...place, before: { stage: lke.stage }, after };
  await appendHistory(tx, { ...actor, role }, entry, now);
}

/** What a decision brought about beside the stage. */
async function undo(tx: Tx, work: Work, at: string): Promise<void> {
  const { lke, decision } = work;
  switch (decision.kind) {
    case 'layak':
      return leaveDraftLetter(tx, decision.id);
    case 'diusulkan':
      return withdrawProposal(tx, lke.id, at);
    case 'ditetapkan':
      return undoGrant(tx, work);
    case 'belum-layak':
    case 'memenuhi':
    case 'belum-memenuhi':
    case 'tidak-ditetapkan':
      return;
  }
}

/** The predikat never was: the register says so, and who said it. */
async function undoGrant(tx: Tx, { lke, reason, actor, role, now }: Work): Promise<void> {
  const granted = { kind: lke.target, year: lke.year };
  const entry = await grantedEntry(tx, lke.satker.code, granted);
  if (entry === null) return;
  const revokedOn = dayIn(now, NATIONAL_ZONE);
  const revoked = { revokedOn, revokedReason: takeBackText.registerReason(reason) };
  await revokeEntry(tx, entry.id, revoked);
  const subject = `${granted.kind} ${granted.year}`;
  const told = { before: { decreeNumber: entry.decreeNumber }, after: revoked };
  await appendHistory(
    tx,
    { ...actor, role },
    { action: 'predikat.revoke', subject, satkerCode: lke.satker.code, ...told },
    now,
  );
}
