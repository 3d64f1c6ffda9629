import type { Role } from '../../domain/access/roles.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import {
  hasRecommender,
  reasonAsked,
  type AskedReason,
  type Recommended,
} from '../../domain/lke/recommendation.js';
import type { Condition, StageAction, Transition } from '../../domain/lke/transitions.js';
import { exactToStored } from '../../domain/exact.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findLke, standingOf, type Lke } from '../lke/store.js';
import { tierBasis } from '../review/store.js';
import { moveStage, roundOf } from '../submission/store.js';
import { insertDecision, type Decision } from './decision-store.js';
import { readFacts } from './decision-facts.js';
import { readFigures, type TierFigures } from './figures.js';
import { concludeLhe, lheFingerprint, missingOfLhe } from '../lhe/store.js';
import { fingerprint } from './fingerprint.js';
import { standingRecommendation, waitingReturn } from './standing-recommendation.js';

export type DecideDeps = Pick<Deps, 'store' | 'clock' | 'instruments'>;

export interface DecideRequest {
  readonly lke: Lke;
  readonly tier: JudgingTier;
  readonly roles: readonly Role[];
  readonly action: StageAction;
  /** Normalised; "" where none is needed. */
  readonly reason: string;
  /** TPI's report goes out though some of its sections are empty. */
  readonly acceptsGaps: boolean;
  /** {@link decisionBasis} of the page. */
  readonly basis: string;
  readonly actor: Actor;
}

/** Everything but `decided` changed nothing. */
export type Decided =
  | { readonly outcome: 'decided'; readonly kind: Decision['kind'] }
  | { readonly outcome: 'unmet'; readonly unmet: readonly Condition[] }
  /** Otherwise than recommended, or against TPI's return: that is explained. */
  | { readonly outcome: 'no-reason'; readonly asked: AskedReason }
  /** TPI's report has no number, day or letterhead yet. */
  | { readonly outcome: 'no-lhe-number' | 'no-letterhead' }
  /** Sections of the report are empty, and nobody said that it goes out so. */
  | { readonly outcome: 'lhe-unwritten' }
  /** Something a decision rests on is no longer what the page showed. */
  | { readonly outcome: 'stale'; readonly stage: Stage }
  | Exclude<Verdict, { verdict: 'allowed' | 'unmet' }>;

/**
 * Layak, memenuhi or not: the conditions, the decision, TPI's frozen report, the next stage and the
 * history in one transaction, which asks everything again.
 */
export async function decideLke(deps: DecideDeps, request: DecideRequest): Promise<Decided> {
  const { tier, roles, action } = request;
  return deps.store.write(async (tx): Promise<Decided> => {
    const { stage } = await standingOf(tx, request.lke.id);
    const lke = { ...request.lke, stage };
    const figures = await readFigures(tx, deps.instruments, lke, tier);
    const { facts, unwritten } = await readFacts(tx, deps, lke, figures);
    const verdict = judgeTransition({ action, stage, level: lke.satker.level, roles }, facts);
    if (verdict.verdict === 'wrong-role' || verdict.verdict === 'wrong-stage') return verdict;
    if ((await decisionBasis(tx, deps, lke, tier)) !== request.basis) {
      return { outcome: 'stale', stage };
    }
    if (verdict.verdict === 'unmet') return { outcome: 'unmet', unmet: verdict.unmet };
    const round = await roundOf(tx, lke.id);
    const made = decisionOf(verdict.transition);
    const advice = await adviceOf(tx, lke, tier, made.kind);
    if (advice.asked !== null && request.reason === '') {
      return { outcome: 'no-reason', asked: advice.asked };
    }
    const missing = tier === 'tpi' ? await missingOfLhe(tx, deps, lke, round) : null;
    if (missing !== null) return { outcome: missing };
    const isWhole = unwritten.checks.length + unwritten.recommendations.length === 0;
    if (!isWhole && !request.acceptsGaps) return { outcome: 'lhe-unwritten' };
    await record(tx, deps, { ...request, lke, ...made, round, advice }, figures, verdict);
    return { outcome: 'decided', kind: made.kind };
  });
}

/**
 * What a decision rests on: stage, target, every assessment, what the team recommends, and for TPI
 * the report as it reads.
 */
export async function decisionBasis(
  tx: Tx | Deps['store']['db'],
  deps: Pick<Deps, 'instruments'>,
  lke: Pick<Lke, 'id' | 'year' | 'satker'>,
  tier: JudgingTier,
): Promise<string> {
  const now = await findLke(tx, lke.satker.code, lke.year);
  if (now === null) throw new Error(`no LKE ${lke.id}`);
  const beside =
    tier === 'tpi'
      ? await lheFingerprint(tx, deps, now)
      : String((await standingRecommendation(tx, now))?.id ?? 0);
  const assessed = await tierBasis(tx, lke.id, tier);
  return fingerprint([now.version, now.stage, now.target, assessed, beside]);
}

interface Made extends DecideRequest, Pick<Decision, 'kind' | 'effect' | 'round'> {
  readonly advice: Advice;
}

async function record(
  tx: Tx,
  deps: DecideDeps,
  { lke, tier, reason, actor, kind, effect, round, advice }: Made,
  figures: TierFigures,
  verdict: { readonly transition: Transition; readonly role: Role },
): Promise<void> {
  const now = deps.clock();
  const at = now.toISOString();
  const total = exactToStored(figures.sheet.score.total);
  const decisionId = await insertDecision(tx, {
    lkeId: lke.id,
    round,
    tier,
    kind,
    effect,
    reason,
    role: verdict.role,
    detail: {
      total,
      answered: figures.sheet.score.answered,
      gatesPassed: figures.report.passed,
      ...advice.kept,
    },
    actor,
    at,
  });
  const report =
    tier === 'tpi' && (kind === 'memenuhi' || kind === 'belum-memenuhi')
      ? await concludeLhe(tx, deps, lke, { round, decisionId, conclusion: { kind, reason }, at })
      : null;
  const { from, to } = verdict.transition;
  await moveStage(tx, { lkeId: lke.id, from, to, at, by: actor });
  const after = {
    decision: kind,
    stage: to,
    round,
    tierTotal: total,
    ...advice.told,
    ...(reason === '' ? {} : { reason }),
    ...(report === null ? {} : { letterNumber: report.number, paperHash: report.hash }),
  };
  const place = { satkerCode: lke.satker.code, year: lke.year };
  const action = tier === 'tpi' ? 'lke.conclude' : 'lke.decide';
  const entry = { action, subject: lke.satker.code, before: { stage: from }, after };
  await appendHistory(tx, { ...actor, role: verdict.role }, { ...entry, ...place }, now);
}

interface Advice {
  /** What must be explained. */
  readonly asked: AskedReason | null;
  /** What the team recommends now, as the decision keeps it and as the history tells it. */
  readonly kept: { readonly recommended?: Recommended | null };
  readonly told: { readonly recommendation?: string };
}

async function adviceOf(
  tx: Tx,
  lke: Lke,
  tier: JudgingTier,
  kind: Decision['kind'],
): Promise<Advice> {
  if (tier === 'tpi') return { asked: null, kept: {}, told: {} };
  const isReturned = (await waitingReturn(tx, lke)) !== null;
  const standing = await standingRecommendation(tx, lke);
  const recommended = standing?.holds === true ? standing.kind : null;
  const asked = reasonAsked(kind, { recommended, isReturned });
  if (!hasRecommender(tier, lke.satker.level)) return { asked, kept: {}, told: {} };
  return { asked, kept: { recommended }, told: { recommendation: recommended ?? 'none' } };
}

function decisionOf({ action }: Transition): Pick<Decision, 'kind' | 'effect'> {
  switch (action) {
    case 'decide-layak':
      return { kind: 'layak', effect: 'moves' };
    case 'decide-belum-layak-ends':
      return { kind: 'belum-layak', effect: 'ends' };
    case 'decide-belum-layak-reopens':
      return { kind: 'belum-layak', effect: 'reopens' };
    case 'conclude-memenuhi':
      return { kind: 'memenuhi', effect: 'moves' };
    case 'conclude-belum-memenuhi-ends':
      return { kind: 'belum-memenuhi', effect: 'ends' };
    case 'conclude-belum-memenuhi-reopens':
      return { kind: 'belum-memenuhi', effect: 'reopens' };
    default:
      throw new Error(`${action} is no decision`);
  }
}
