import { claimKey } from '../../src/domain/lke/assessment.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { Tx } from '../../src/db/store.js';
import { readClaims, refreshScore, type Lke } from '../../src/features/lke/store.js';
import type { Instruments } from '../../src/instruments.js';
import { bestAnswer } from './assessing.js';

/** TPI has assessed every indicator at its best, with a survey index of 3.75. */
export async function assessAll(tx: Tx, instruments: Instruments, lke: Lke): Promise<void> {
  const claimOf = await readClaims(tx, lke.id);
  const { indicators } = instruments.instrument(lke.instrumentId);
  for (const indicator of indicators) {
    const of = { lke_id: lke.id, tier: 'tpi', indicator_code: indicator.code } as const;
    const value: AnswerValue =
      indicator.type === 'index' ? { kind: 'index', index: '3.75' } : bestAnswer(indicator);
    await tx
      .insertInto('answer')
      .values({
        ...of,
        value: JSON.stringify(value),
        note: '',
        version: 1,
        updated_by: null,
        updated_at: '2026-05-01T01:00:00.000Z',
      })
      .execute();
    const claim = claimKey(claimOf(indicator.code));
    await tx
      .insertInto('assessment')
      .values({ ...of, reason: '', claim, round: 1 })
      .execute();
  }
  await refreshScore(tx, instruments, lke, 'tpi', new Date('2026-05-01T01:00:00.000Z'));
}
