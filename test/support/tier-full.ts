import { claimKey, isJudgingTier } from '../../src/domain/lke/assessment.js';
import type { Tier } from '../../src/domain/access/tiers.js';
import type { Indicator } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { findLke, readClaims, refreshScore } from '../../src/features/lke/store.js';
import type { TestApp } from './app.js';
import { bestAnswer } from './assessing.js';

/** A tier has assessed every indicator, each as `valueOf` says, and its score is stored. */
export async function assessFully(
  { deps }: TestApp,
  satkerCode: string,
  tier: Exclude<Tier, 'mandiri'>,
  valueOf: (indicator: Indicator) => AnswerValue = bestAnswer,
): Promise<void> {
  const { store, instruments, clock } = deps;
  const lke = await findLke(store.db, satkerCode, 2026);
  if (lke === null) throw new Error(`no LKE of ${satkerCode}`);
  await store.write(async (tx) => {
    const claimOf = await readClaims(tx, lke.id);
    for (const indicator of instruments.instrument(lke.instrumentId).indicators) {
      const { code } = indicator;
      const of = { lke_id: lke.id, indicator_code: code };
      const value = JSON.stringify(valueOf(indicator));
      const made = { note: '', version: 1, updated_by: null, updated_at: clock().toISOString() };
      await tx
        .insertInto('answer')
        .values({ ...of, tier, value, ...made })
        .execute();
      if (!isJudgingTier(tier)) continue;
      const judged = { reason: '', claim: claimKey(claimOf(code)), round: 1 };
      await tx
        .insertInto('assessment')
        .values({ ...of, tier, ...judged })
        .execute();
    }
    await refreshScore(tx, instruments, lke, tier, clock());
  });
}
