import type { Tier } from '../../domain/access/tiers.js';
import { judgeAll } from '../../domain/predikat/gates.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { dayColumns, newestDay } from './score-day-store.js';
import { readScoreColumns, readScoredTiers, readValues, type ScoredLke } from './score-store.js';
import { toStoredScore, type ScoreColumns } from './stored-score.js';

export interface ScoreVerdict {
  /** Number of scores recomputed. */
  readonly checked: number;
  /** One sentence for each that is missing or differs. */
  readonly faults: string[];
}

/** Every stored score of every LKE and tier against a recomputation from its answers. */
export async function verifyScores(
  store: { readonly db: Db },
  instruments: Instruments,
): Promise<ScoreVerdict> {
  const faults: string[] = [];
  let checked = 0;
  for (const { lke, name, tiers } of await readScoredTiers(store.db)) {
    for (const tier of tiers) {
      checked += 1;
      const fault = await faultOf(store.db, instruments, lke, tier);
      if (fault !== null) faults.push(`${name} ${tier}: ${fault}`);
    }
  }
  return { checked, faults };
}

async function faultOf(
  db: Db,
  instruments: Instruments,
  lke: ScoredLke,
  tier: Tier,
): Promise<string | null> {
  const stored = await readScoreColumns(db, lke.id, tier);
  if (stored === undefined) return 'no stored score';
  const answers = await readValues(db, lke.id, tier);
  const expected = recompute(instruments, lke, answers);
  if (typeof expected === 'string') return expected;
  const differing = (Object.keys(expected) as (keyof ScoreColumns)[]).filter(
    (column) => stored[column] !== expected[column],
  );
  if (differing.length > 0) return `differs from its answers in ${differing.join(', ')}`;
  return dayFault(await newestDay(db, lke.id, tier), expected);
}

/** The newest of the days that are kept is the score itself. */
function dayFault(newest: Awaited<ReturnType<typeof newestDay>>, expected: ScoreColumns) {
  if (newest === undefined) return 'no score of a day';
  const day = dayColumns(expected);
  const differing = (Object.keys(day) as (keyof typeof day)[]).filter(
    (column) => newest[column] !== day[column],
  );
  return differing.length === 0 ? null : `differs from its newest day in ${differing.join(', ')}`;
}

/** An answer that does not fit the instrument is a fault to report, not the end of the check. */
function recompute(
  instruments: Instruments,
  lke: ScoredLke,
  answers: Awaited<ReturnType<typeof readValues>>,
): ScoreColumns | string {
  try {
    const instrument = instruments.instrument(lke.instrumentId);
    const score = scoreSheet(instrument, answers);
    return toStoredScore(instrument, score, judgeAll(instruments.ruleset(lke.rulesetId), score));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
