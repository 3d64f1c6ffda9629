import type { Tier } from '../../domain/access/tiers.js';
import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import { isSameAnswer, type JudgingTier } from '../../domain/lke/assessment.js';
import type { GateReport } from '../../domain/predikat/gate.js';
import { judge } from '../../domain/predikat/gates.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { formalFigures } from '../../text/answer-text.js';
import { readJudged, readSheet, type Lke, type Sheet } from '../lke/store.js';

/** One tier's own figures, from its own answers only. */
export interface TierFigures {
  readonly tier: Tier;
  readonly sheet: Sheet;
  readonly report: GateReport;
}

export async function readFigures(
  db: Db,
  instruments: Instruments,
  lke: Lke,
  tier: Tier,
): Promise<TierFigures> {
  const sheet = await readSheet(db, instruments, lke, tier);
  const report = judge(instruments.ruleset(lke.rulesetId), lke.target, sheet.score);
  return { tier, sheet, report };
}

/** An indicator that a tier judged otherwise than the satker claims. */
export interface Difference {
  readonly indicator: Indicator;
  readonly claim: string;
  readonly own: string;
  readonly reason: string;
}

/** In the order of the sheet. */
export async function readDifferences(
  db: Db,
  lke: Lke,
  instrument: Instrument,
  tier: JudgingTier,
  sheets: { readonly mandiri: Sheet; readonly own: Sheet },
): Promise<readonly Difference[]> {
  const judged = await readJudged(db, lke.id, tier);
  return workingOrder(instrument).flatMap((indicator) => {
    const own = sheets.own.rows.get(indicator.code)?.value ?? null;
    const claim = sheets.mandiri.rows.get(indicator.code)?.value ?? null;
    if (own === null || isSameAnswer(own, claim)) return [];
    return [
      {
        indicator,
        claim: formalFigures(indicator, claim),
        own: formalFigures(indicator, own),
        reason: judged.get(indicator.code)?.reason ?? '',
      },
    ];
  });
}
