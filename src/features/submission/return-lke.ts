import type { Role } from '../../domain/access/roles.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Transition } from '../../domain/lke/transitions.js';
import { refused, type Problem } from '../../domain/problem.js';
import { reachedBy } from '../../domain/scoring/share-counts.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { standingOf, type Lke } from '../lke/store.js';
import {
  insertReturn,
  lkeVersion,
  moveStage,
  returnsOf,
  standingReturn,
  type LkeReturn,
} from './stage-store.js';
import { roundOf } from './submission-store.js';

export type ReturnDeps = Pick<Deps, 'store' | 'clock' | 'instruments'>;

export interface ReturnRequest {
  readonly lke: Lke;
  readonly roles: readonly Role[];
  readonly reason: string;
  /** null: every indicator. */
  readonly codes: readonly IndicatorCode[] | null;
  /** Version of the LKE on the page. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type Returned =
  | { readonly outcome: 'returned'; readonly to: Stage; readonly codes: LkeReturn['codes'] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  /** The LKE moved since the page was made: nothing done. */
  | { readonly outcome: 'stale'; readonly stage: Stage }
  | Exclude<Verdict, { verdict: 'allowed' | 'unmet' }>;

/**
 * Sends an LKE back with a reason and the indicators it opens. TPI's return stops at whoever
 * assessed first; passing it on opens at least what TPI named.
 */
export async function returnLke(deps: ReturnDeps, request: ReturnRequest): Promise<Returned> {
  const { lke, roles, actor } = request;
  return deps.store.write(async (tx): Promise<Returned> => {
    const { stage } = await standingOf(tx, lke.id);
    const wish = { action: 'return', stage, level: lke.satker.level, roles } as const;
    const verdict = judgeTransition(wish, {});
    if (verdict.verdict === 'unmet') throw new Error('a return has no conditions');
    if (verdict.verdict !== 'allowed') return verdict;
    if ((await lkeVersion(tx, lke.id)) !== request.expectedVersion) {
      return { outcome: 'stale', stage };
    }
    const waiting = standingReturn(await returnsOf(tx, lke.id), stage);
    const codes = withPartners(deps, lke, request.codes);
    if (!covers(codes, waiting))
      return { outcome: 'refused', ...refused('opens', 'return-narrower') };
    const now = deps.clock();
    const round = await roundOf(tx, lke.id);
    const added = { ...placeOf(verdict.transition, waiting), round, reason: request.reason, codes };
    const stamp = { by: { ...actor, role: verdict.role }, at: now.toISOString() };
    await moveStage(tx, { lkeId: lke.id, from: stage, to: added.to, at: stamp.at, by: actor });
    await insertReturn(tx, { ...added, ...stamp, lkeId: lke.id });
    const after = { round, stage: added.to, reason: request.reason, indicators: codes ?? 'all' };
    // At the head of its subject, so that the history keeps it from whoever does not see the tier.
    const subject = `${tierOf(verdict.transition)} ${lke.satker.code}`;
    const entry = { action: 'lke.return', subject, before: { stage }, after };
    const place = { satkerCode: lke.satker.code, year: lke.year };
    await appendHistory(tx, actor, { ...entry, ...place }, now);
    return { outcome: 'returned', to: added.to, codes };
  });
}

/** Indicators that share a count are changed together, so they are opened together. */
function withPartners(
  deps: ReturnDeps,
  lke: Lke,
  codes: ReturnRequest['codes'],
): ReturnRequest['codes'] {
  return codes === null
    ? null
    : reachedBy(deps.instruments.instrument(lke.instrumentId), codes).sort();
}

/** What TPI opened is not closed again on the way through. */
function covers(codes: ReturnRequest['codes'], waiting: LkeReturn | null): boolean {
  if (codes === null || waiting === null) return true;
  return waiting.codes !== null && waiting.codes.every((code) => codes.includes(code));
}

function tierOf({ from }: Transition): LkeReturn['tier'] {
  return from === 'tpi' ? 'tpi' : 'pendahuluan';
}

/** What is passed on stays the return of the tier that began it, and is due by the end of that. */
function placeOf(transition: Transition, waiting: LkeReturn | null) {
  const { to } = transition;
  const tier = waiting?.tier ?? tierOf(transition);
  return { tier, to, opened: to === 'pengisian', passesOn: waiting?.id ?? null };
}
