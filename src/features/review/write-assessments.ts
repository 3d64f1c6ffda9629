import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isSameAnswer, type JudgingTier } from '../../domain/lke/assessment.js';
import type { AnswerEntry } from '../../domain/scoring/share-counts.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { AnswerRow } from '../lke/store.js';
import { writeChanges, type PlannedChanges } from '../sheet/store.js';
import { putAssessment, removeAssessment, setReason } from './assessment-store.js';
import {
  plannedValue,
  type AssessFacts,
  type AssessLke,
  type WantedAssessment,
} from './assess-facts.js';

interface Work {
  readonly lke: AssessLke;
  readonly tier: JudgingTier;
  readonly actor: Actor;
  readonly round: number;
  readonly now: Date;
}

/**
 * Writes the answers of a tier and what the assessments add to them. Every entry gets a new version,
 * also where only its reason changed or an approval is renewed.
 */
export async function writeAssessments(
  tx: Tx,
  work: Work,
  pending: readonly Omit<WantedAssessment, 'value'>[],
  plan: PlannedChanges,
  facts: AssessFacts,
): Promise<ReadonlyMap<IndicatorCode, AnswerRow>> {
  const { lke, tier, actor, round, now } = work;
  const place = { lkeId: lke.id, tier };
  const reasons = new Map(pending.map(({ code, reason }) => [code, reason]));
  const changes = [...plan.changes, ...renewed(pending, plan)];
  const written = await writeChanges(tx, place, { changes, rows: plan.rows }, actor, now);
  for (const { code, value } of changes) {
    const reason = reasons.get(code);
    if (reason === undefined) await explainPartner(tx, work, code, pending, facts, value);
    else if (value === null) await removeAssessment(tx, place, code);
    else await putAssessment(tx, place, { code, reason, claim: facts.claimOf(code), round });
    await record(tx, work, { code, value, reason }, plan, facts);
  }
  return new Map(written.map((row) => [row.code, row]));
}

/** Entries whose answer stays, while its reason or the claim it judged does not. */
function renewed(
  pending: readonly Pick<WantedAssessment, 'code'>[],
  plan: PlannedChanges,
): AnswerEntry[] {
  return pending
    .filter(({ code }) => !plan.changes.some((change) => change.code === code))
    .map(({ code }) => {
      return { code, value: plannedValue(code, plan), note: plan.rows.get(code)?.note ?? '' };
    });
}

/** A count shared with an assessed indicator may make that one differ too: for the same reason. */
async function explainPartner(
  tx: Tx,
  { lke, tier }: Work,
  code: IndicatorCode,
  pending: readonly Pick<WantedAssessment, 'reason'>[],
  { judged, claimed }: AssessFacts,
  value: AnswerEntry['value'],
): Promise<void> {
  const before = judged.get(code);
  if (before === undefined || before.reason !== '') return;
  if (isSameAnswer(value, claimed.get(code)?.value ?? null)) return;
  const reason = pending.find((entry) => entry.reason !== '')?.reason ?? '';
  await setReason(tx, { lkeId: lke.id, tier }, code, reason);
}

async function record(
  tx: Tx,
  { lke, tier, actor, now }: Work,
  { code, value, reason }: Pick<AnswerEntry, 'code' | 'value'> & { reason: string | undefined },
  plan: PlannedChanges,
  { judged }: AssessFacts,
): Promise<void> {
  const row = plan.rows.get(code);
  const note = plan.changes.find((change) => change.code === code)?.note ?? row?.note ?? '';
  const told = judged.get(code)?.reason ?? '';
  const entry = {
    action: 'assessment.record',
    subject: `${tier} ${code}`,
    satkerCode: lke.satker.code,
    year: lke.year,
    before: row === undefined ? null : { value: row.value, note: row.note, reason: told },
    after: { value, note, reason: reason ?? told },
  };
  await appendHistory(tx, actor, entry, now);
}
