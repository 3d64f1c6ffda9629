import { decide, type SatkerAction } from '../../domain/access/decide.js';
import type { Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenForTier, isSameAnswer, type JudgingTier } from '../../domain/lke/assessment.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Problem } from '../../domain/problem.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findSignedIn } from '../../web/viewer-store.js';
import { refreshScore, type AnswerRow, type Lke } from '../lke/store.js';
import { planChanges, stageOf, type PlannedChanges } from '../sheet/store.js';
import {
  plannedValue,
  readAssessFacts,
  type AssessFacts,
  type AssessLke,
  type WantedAssessment,
} from './assess-facts.js';
import { roundOf } from '../submission/store.js';
import { confirmingOf, tellConfirming } from './tell-confirming.js';
import { writeAssessments } from './write-assessments.js';

export type AssessDeps = Pick<Deps, 'store' | 'clock' | 'instruments'>;

export interface AssessRequest {
  readonly lke: AssessLke;
  readonly tier: JudgingTier;
  /** All are recorded or none. */
  readonly entries: readonly WantedAssessment[];
  readonly actor: Actor;
}

/** Everything but `recorded` changed nothing. */
export type Assessed =
  | { readonly outcome: 'recorded'; readonly rows: ReadonlyMap<IndicatorCode, AnswerRow> }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'conflict'; readonly stored: AnswerRow | null; readonly reason: string }
  /** The satker's claim is no longer what the assessor saw. */
  | { readonly outcome: 'claim-changed'; readonly codes: readonly IndicatorCode[] }
  | { readonly outcome: 'closed'; readonly stage: Stage }
  /** The role was taken away meanwhile. */
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/**
 * Records what a tier thinks of indicators: its answers (with the counts they share), the reasons,
 * what was judged, the score of this tier alone and the history, in one transaction that checks
 * stage, right, version and claim first. No other tier's answer is read but the claim.
 */
export async function recordAssessments(
  deps: AssessDeps,
  request: AssessRequest,
): Promise<Assessed> {
  const { lke, tier, entries, actor } = request;
  return deps.store.write(async (tx): Promise<Assessed> => {
    const stage = await stageOf(tx, lke.id);
    if (!isOpenForTier(stage, tier)) return { outcome: 'closed', stage };
    if (!(await mayStill(tx, actor, `assessment.${tier}`, lke))) return { outcome: 'forbidden' };
    const facts = await readAssessFacts(tx, lke.id, tier);
    const wanted = entries.map((entry) => ({ ...entry, value: valueOf(entry, deps, lke, facts) }));
    const plan = await planChanges(tx, deps, lke, tier, wanted);
    const explained = wanted.map((entry, at) =>
      entries[at]?.value === 'claim' ? withoutReason(entry, plan, facts) : entry,
    );
    const pending = explained.filter((entry) => isPending(entry, plan, facts));
    if (pending.length === 0) return { outcome: 'unchanged' };
    const refusal = refusalOf(pending, plan, facts);
    if (refusal !== null) return refusal;
    const round = await roundOf(tx, lke.id);
    const work = { lke, tier, actor, round, now: deps.clock() };
    const before = await confirmingOf(tx, lke.id, tier);
    const rows = await writeAssessments(tx, work, pending, plan, facts);
    await refreshScore(tx, deps.instruments, lke, tier, work.now);
    await tellConfirming(tx, work, before);
    return { outcome: 'recorded', rows };
  });
}

/** Read again inside the transaction: a role may have been taken away since the page was asked. */
export async function mayStill(
  tx: Tx,
  { userId }: Actor,
  action: SatkerAction,
  { satker }: Pick<Lke, 'satker'>,
): Promise<boolean> {
  const viewer = userId === null ? null : await findSignedIn(tx, userId);
  return viewer !== null && decide(viewer, action, satker) === 'allowed';
}

/** The claimed value; counts that this tier typed elsewhere are not overwritten by it. */
function valueOf(
  { code, value }: WantedAssessment,
  deps: AssessDeps,
  lke: AssessLke,
  { claimed, own }: AssessFacts,
): AnswerValue | null {
  if (value !== 'claim') return value;
  const claim = claimed.get(code)?.value ?? null;
  if (claim?.kind !== 'counts') return claim;
  const indicator = deps.instruments.instrument(lke.instrumentId).byCode.get(code);
  const counts = Object.entries(claim.counts).filter(([key]) => !isTyped(indicator, key, own));
  return { kind: 'counts', counts: Object.fromEntries(counts) };
}

/** Whether this count is shared with an indicator of which the tier has it already. */
function isTyped(
  indicator: Indicator | undefined,
  key: string,
  own: ReadonlyMap<IndicatorCode, AnswerRow>,
): boolean {
  const inputs = indicator?.type === 'counts' ? indicator.inputs : [];
  const source = inputs.find((input) => input.key === key)?.sameAs ?? null;
  const value = source === null ? null : own.get(source.code)?.value;
  return source !== null && value?.kind === 'counts' && value.counts[source.key] !== undefined;
}

type Parsed = WantedAssessment & { readonly value: AnswerValue | null };

/** What is accepted as claimed needs no reason, unless a count shared within the tier differs. */
function withoutReason(entry: Parsed, plan: PlannedChanges, { claimed }: AssessFacts): Parsed {
  const { code } = entry;
  const claim = claimed.get(code)?.value ?? null;
  return isSameAnswer(plannedValue(code, plan), claim) ? { ...entry, reason: '' } : entry;
}

function isPending({ code, reason }: Parsed, plan: PlannedChanges, facts: AssessFacts): boolean {
  if (plan.changes.some((change) => change.code === code)) return true;
  const judged = facts.judged.get(code);
  if (plannedValue(code, plan) === null) return judged !== undefined;
  return judged?.holds !== true || judged.reason !== reason;
}

function refusalOf(
  pending: readonly Parsed[],
  plan: PlannedChanges,
  { claimed, claimOf, judged }: AssessFacts,
): Assessed | null {
  const stale = pending.find(
    ({ code, expectedVersion }) => (plan.rows.get(code)?.version ?? 0) !== expectedVersion,
  );
  if (stale !== undefined) {
    const stored = plan.rows.get(stale.code) ?? null;
    return { outcome: 'conflict', stored, reason: judged.get(stale.code)?.reason ?? '' };
  }
  const codes = pending
    .filter(({ code, claim }) => claim !== claimOf(code))
    .map(({ code }) => code);
  if (codes.length > 0) return { outcome: 'claim-changed', codes };
  const unexplained = pending.some(({ code, reason }) => {
    const value = plannedValue(code, plan);
    return (
      reason === '' && value !== null && !isSameAnswer(value, claimed.get(code)?.value ?? null)
    );
  });
  if (!unexplained) return null;
  return { outcome: 'refused', problems: [{ field: 'reason', code: 'reason-for-difference' }] };
}
