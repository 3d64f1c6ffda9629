import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Tx } from '../../db/store.js';

interface TierKey {
  readonly lkeId: number;
  readonly tier: JudgingTier;
}

export interface NewAssessment {
  readonly code: IndicatorCode;
  readonly reason: string;
  /** What was judged, by claimKey. */
  readonly claim: string;
  readonly round: number;
}

/** Beside the answer of the same tier and indicator, which must stand already. */
export async function putAssessment(
  tx: Tx,
  { lkeId, tier }: TierKey,
  { code, reason, claim, round }: NewAssessment,
): Promise<void> {
  await tx
    .insertInto('assessment')
    .values({ lke_id: lkeId, tier, indicator_code: code, reason, claim, round })
    .onConflict((conflict) =>
      conflict.columns(['lke_id', 'tier', 'indicator_code']).doUpdateSet({ reason, claim, round }),
    )
    .execute();
}

export async function setReason(
  tx: Tx,
  { lkeId, tier }: TierKey,
  code: IndicatorCode,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({ reason })
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .where('indicator_code', '=', code)
    .execute();
}

/** The answer stays as an empty row, so that its version goes on. */
export async function removeAssessment(
  tx: Tx,
  { lkeId, tier }: TierKey,
  code: IndicatorCode,
): Promise<void> {
  await tx
    .deleteFrom('assessment')
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .where('indicator_code', '=', code)
    .execute();
}
