import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';

/** What one judging tier found about one indicator, whether it still counts or not. */
export interface Verdict {
  readonly tier: JudgingTier;
  readonly value: AnswerValue | null;
  /** Why it differs from what the satker had claimed; "" where it does not. */
  readonly reason: string;
  readonly note: string;
  /** Submission that was judged. */
  readonly round: number;
  readonly by: string | null;
  readonly at: string;
}

export async function verdictsOf(
  db: Db,
  lkeId: number,
  code: IndicatorCode,
): Promise<readonly Verdict[]> {
  const rows = await selectVerdicts(db, { lkeId, code });
  return rows.map(({ value, ...row }) => ({
    ...row,
    value: JSON.parse(value ?? 'null') as AnswerValue | null,
  }));
}

const selectVerdicts = prepared(
  (db, { lkeId, code }: { readonly lkeId: number; readonly code: IndicatorCode }) =>
    db
      .selectFrom('assessment')
      .innerJoin('answer', (join) =>
        join
          .onRef('answer.lke_id', '=', 'assessment.lke_id')
          .onRef('answer.tier', '=', 'assessment.tier')
          .onRef('answer.indicator_code', '=', 'assessment.indicator_code'),
      )
      .leftJoin('user', 'user.id', 'answer.updated_by')
      .select(['assessment.tier', 'assessment.reason', 'assessment.round'])
      .select(['answer.value', 'answer.note', 'user.name as by', 'answer.updated_at as at'])
      .where('assessment.lke_id', '=', lkeId)
      .where('assessment.indicator_code', '=', code)
      .orderBy('assessment.tier'),
);
