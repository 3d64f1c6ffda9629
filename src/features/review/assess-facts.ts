import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { claimKey, type JudgingTier } from '../../domain/lke/assessment.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Tx } from '../../db/store.js';
import { readAnswers, readClaims, readJudged } from '../lke/store.js';
import type { AnswerRow, Judged, Lke } from '../lke/store.js';
import type { PlannedChanges } from '../sheet/store.js';

export type AssessLke = Pick<Lke, 'id' | 'year' | 'instrumentId' | 'rulesetId' | 'satker'>;

/** One indicator as an assessor wants it. */
export interface WantedAssessment {
  readonly code: IndicatorCode;
  /** Parsed against the indicator; null takes the assessment back; 'claim' accepts as claimed. */
  readonly value: AnswerValue | null | 'claim';
  /** Normalised text; null leaves the note as it is. */
  readonly note: string | null;
  /** Normalised text. */
  readonly reason: string;
  /** Version of the tier's answer on the page; 0 where there was none. */
  readonly expectedVersion: number;
  /** What the page showed as the claim, by claimKey. */
  readonly claim: string;
}

/** What stands already: the claims, and what this tier judged before. */
export interface AssessFacts {
  readonly claimed: ReadonlyMap<IndicatorCode, AnswerRow>;
  readonly claimOf: (code: IndicatorCode) => string;
  readonly judged: ReadonlyMap<IndicatorCode, Judged>;
  /** Every row of the tier, counts that were shared but not assessed included. */
  readonly own: ReadonlyMap<IndicatorCode, AnswerRow>;
}

export async function readAssessFacts(
  tx: Tx,
  lkeId: number,
  tier: JudgingTier,
): Promise<AssessFacts> {
  const claims = await readClaims(tx, lkeId);
  return {
    claimed: await readAnswers(tx, lkeId, 'mandiri'),
    claimOf: (code) => claimKey(claims(code)),
    judged: await readJudged(tx, lkeId, tier, claims),
    own: await readAnswers(tx, lkeId, tier),
  };
}

/** The value that will stand, shared counts included. */
export function plannedValue(
  code: IndicatorCode,
  { changes, rows }: PlannedChanges,
): AnswerValue | null {
  const change = changes.find((each) => each.code === code);
  return change === undefined ? (rows.get(code)?.value ?? null) : change.value;
}
