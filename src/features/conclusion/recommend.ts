import { recommendingNeedsReason, type Recommended } from '../../domain/lke/recommendation.js';
import type { Stage } from '../../domain/lke/stages.js';
import { exactToStored } from '../../domain/exact.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { notifyRecommended } from '../../web/notify-turn.js';
import { findLke, type Lke } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import { readFigures, type TierFigures } from './figures.js';
import { insertRecommendation } from './recommendation-store.js';
import { recommendationBasis, standingRecommendation } from './standing-recommendation.js';

export interface RecommendRequest {
  readonly lke: Lke;
  readonly kind: Recommended;
  /** Normalised; "" where none is needed. */
  readonly reason: string;
  /** {@link recommendationBasis} of the page. */
  readonly basis: string;
  /** Number of the newest recommendation on the page; 0 where there was none. */
  readonly seen: number;
  readonly actor: Actor;
}

/** Everything but `recommended` changed nothing. */
export type RecommendResult =
  | { readonly outcome: 'recommended' | 'unchanged' }
  | { readonly outcome: 'wrong-stage' | 'stale'; readonly stage: Stage }
  | { readonly outcome: 'incomplete'; readonly missing: number }
  /** Somebody else of the team recommended since the page was made. */
  | { readonly outcome: 'no-reason' | 'overtaken' };

/** The province's team tells its head what it found, in a record of its own. */
export async function recommend(
  deps: Pick<Deps, 'store' | 'clock' | 'instruments'>,
  request: RecommendRequest,
): Promise<RecommendResult> {
  const { kind, reason, basis, seen } = request;
  return deps.store.write(async (tx): Promise<RecommendResult> => {
    const lke = await findLke(tx, request.lke.satker.code, request.lke.year);
    if (lke === null) throw new Error(`no LKE ${request.lke.id}`);
    const { stage } = lke;
    if (stage !== 'pendahuluan') return { outcome: 'wrong-stage', stage };
    if (basis !== (await recommendationBasis(tx, lke))) return { outcome: 'stale', stage };
    const figures = await readFigures(tx, deps.instruments, lke, 'pendahuluan');
    const { answered, of } = figures.sheet.score;
    if (answered < of) return { outcome: 'incomplete', missing: of - answered };
    if (reason === '' && recommendingNeedsReason(kind, figures.report.passed)) {
      return { outcome: 'no-reason' };
    }
    const standing = await standingRecommendation(tx, lke);
    const isSame = standing?.holds === true && standing.kind === kind && standing.reason === reason;
    if (isSame) return { outcome: 'unchanged' };
    if ((standing?.id ?? 0) !== seen) return { outcome: 'overtaken' };
    await record(tx, { ...request, lke }, figures, deps.clock());
    return { outcome: 'recommended' };
  });
}

async function record(
  tx: Tx,
  { lke, kind, reason, basis, actor }: RecommendRequest,
  { sheet, report }: TierFigures,
  now: Date,
): Promise<void> {
  const round = await roundOf(tx, lke.id);
  const total = exactToStored(sheet.score.total);
  const at = now.toISOString();
  const made = { round, kind, reason, basis, total, gatesPassed: report.passed, actor, at };
  await insertRecommendation(tx, lke.id, made);
  await notifyRecommended(tx, { lkeId: lke.id, kind, at, by: actor });
  // At the head of its subject, so that the history keeps it from whoever does not see the tier.
  const place = {
    subject: `pendahuluan ${actor.role}`,
    satkerCode: lke.satker.code,
    year: lke.year,
  };
  const after = { recommendation: kind, round, tierTotal: total, ...(reason && { reason }) };
  await appendHistory(tx, actor, { action: 'assessment.recommend', ...place, after }, now);
}
