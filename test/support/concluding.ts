import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import { claimKey } from '../../src/domain/lke/assessment.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { readAnswers, readClaims, refreshScore, type Lke } from '../../src/features/lke/store.js';
import type { TestApp } from './app.js';

/** A tier accepts the whole claim, but for what is named; one row per indicator, as the pages write. */
export async function assessAs(
  { deps }: TestApp,
  lke: Lke,
  tier: JudgingTier,
  other: Readonly<Record<string, AnswerValue>> = {},
): Promise<void> {
  const at = deps.clock();
  await deps.store.write(async (tx) => {
    const claims = await readClaims(tx, lke.id);
    const claimed = await readAnswers(tx, lke.id, 'mandiri');
    for (const { code } of deps.instruments.instrument(lke.instrumentId).indicators) {
      const value = other[code] ?? claimed.get(code)?.value ?? null;
      const key = { lke_id: lke.id, tier, indicator_code: code };
      const row = {
        value: JSON.stringify(value),
        note: '',
        version: 1,
        updated_by: null,
        updated_at: at.toISOString(),
      };
      await tx
        .insertInto('answer')
        .values({ ...key, ...row })
        .execute();
      const claim = claimKey(claims(code));
      const reason = other[code] === undefined ? '' : 'Bukti kurang.';
      await tx
        .insertInto('assessment')
        .values({ ...key, reason, claim, round: 1 })
        .execute();
    }
    await refreshScore(tx, deps.instruments, lke, tier, at);
  });
}
