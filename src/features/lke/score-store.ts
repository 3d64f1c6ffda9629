import type { Tier } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isJudgingTier, JUDGING_TIERS } from '../../domain/lke/assessment.js';
import { judgeAll } from '../../domain/predikat/gates.js';
import type { Answers, AnswerValue } from '../../domain/scoring/answer.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import { prepared } from '../../db/prepared.js';
import type { Db, Tx } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { readJudged } from './judged-store.js';
import { keepDay } from './score-day-store.js';
import { fromStoredScore, toStoredScore, type StoredScore } from './stored-score.js';

/** Which instrument and minima value an LKE; both come from its year. */
export interface ScoredLke {
  readonly id: number;
  readonly instrumentId: string;
  readonly rulesetId: string;
}

/**
 * Derives the score of one tier of one LKE from its answers and stores it: part of every
 * transaction that changes an answer, and of the one that opens the LKE (an LKE always has a score
 * of tier mandiri). A changed claim reaches the tiers that judged it: what they assessed of it
 * counts no longer. `at` says of which day the score is. Reads this LKE only.
 */
export async function refreshScore(
  tx: Tx,
  instruments: Instruments,
  lke: ScoredLke,
  tier: Tier,
  at: Date,
): Promise<SheetScore> {
  const score = await storeScore(tx, instruments, lke, tier, at);
  if (tier !== 'mandiri') return score;
  for (const judged of await selectJudgedTiers(tx, { lkeId: lke.id })) {
    await storeScore(tx, instruments, lke, judged.tier, at);
  }
  return score;
}

/** A tier whose answers were all taken away again has no score: it never reads as 0. */
export async function dropScore(tx: Tx, lkeId: number, tier: Tier): Promise<void> {
  await tx.deleteFrom('score').where('lke_id', '=', lkeId).where('tier', '=', tier).execute();
}

async function storeScore(
  tx: Tx,
  instruments: Instruments,
  lke: ScoredLke,
  tier: Tier,
  at: Date,
): Promise<SheetScore> {
  const instrument = instruments.instrument(lke.instrumentId);
  const score = scoreSheet(instrument, await readValues(tx, lke.id, tier));
  const gates = judgeAll(instruments.ruleset(lke.rulesetId), score);
  const columns = toStoredScore(instrument, score, gates);
  await tx
    .insertInto('score')
    .values({ lke_id: lke.id, tier, ...columns })
    .onConflict((conflict) => conflict.columns(['lke_id', 'tier']).doUpdateSet(columns))
    .execute();
  await keepDay(tx, lke.id, tier, columns, at);
  return score;
}

const selectJudgedTiers = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('score')
    .select('tier')
    .where('lke_id', '=', lkeId)
    .where('tier', 'in', JUDGING_TIERS),
);

/** The stored score; null while a tier above mandiri has not begun. */
export async function readScore(db: Db, lkeId: number, tier: Tier): Promise<StoredScore | null> {
  const [row] = await selectScore(db, { lkeId, tier });
  return row === undefined ? null : fromStoredScore(row);
}

const selectScore = prepared(
  (db, { lkeId, tier }: { readonly lkeId: number; readonly tier: Tier }) =>
    db.selectFrom('score').selectAll().where('lke_id', '=', lkeId).where('tier', '=', tier),
);

/**
 * Whoever changes evidence of a satker calls this in the same transaction, see {@link refreshScore};
 * the links of one document may reach several LKEs.
 */
export async function followEvidence(
  tx: Tx,
  instruments: Instruments,
  satkerCode: string,
  at: Date,
): Promise<void> {
  for (const { id, tier, instrumentId, rulesetId } of await selectJudged(tx, { satkerCode })) {
    await storeScore(tx, instruments, { id, instrumentId, rulesetId }, tier, at);
  }
}

const selectJudged = prepared((db, { satkerCode }: { readonly satkerCode: string }) =>
  db
    .selectFrom('score')
    .innerJoin('lke', 'lke.id', 'score.lke_id')
    .innerJoin('year', 'year.year', 'lke.year')
    .select([
      'lke.id',
      'score.tier',
      'year.instrument_id as instrumentId',
      'year.ruleset_id as rulesetId',
    ])
    .where('lke.satker_code', '=', satkerCode)
    .where('score.tier', 'in', JUDGING_TIERS),
);

/**
 * The answered indicators of one tier: what scoring takes. An assessment of a claim that changed
 * since, or an answer that nobody assessed (a shared count), is none.
 */
export async function readValues(db: Db, lkeId: number, tier: Tier): Promise<Answers> {
  const all = await readAnswered(db, lkeId, tier);
  if (!isJudgingTier(tier)) return all;
  const judged = await readJudged(db, lkeId, tier);
  return new Map([...all].filter(([code]) => judged.get(code)?.holds === true));
}

async function readAnswered(db: Db, lkeId: number, tier: Tier): Promise<Answers> {
  const rows = await db
    .selectFrom('answer')
    .select(['indicator_code', 'value'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .where('value', 'is not', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.indicator_code as IndicatorCode,
      JSON.parse(row.value ?? 'null') as AnswerValue,
    ]),
  );
}

/** Every LKE with the tiers that have a score or an answer; mandiri always. */
export async function readScoredTiers(
  db: Db,
): Promise<{ lke: ScoredLke; name: string; tiers: Set<Tier> }[]> {
  const rows = await db
    .selectFrom('lke')
    .innerJoin('year', 'year.year', 'lke.year')
    .select(['lke.id', 'lke.satker_code', 'lke.year', 'year.instrument_id', 'year.ruleset_id'])
    .orderBy('lke.id')
    .execute();
  const scored = await db.selectFrom('score').select(['lke_id', 'tier']).execute();
  const answered = await db
    .selectFrom('answer')
    .select(['lke_id', 'tier'])
    .where('value', 'is not', null)
    .distinct()
    .execute();
  const tiers = new Map<number, Set<Tier>>();
  for (const { id } of rows) tiers.set(id, new Set(['mandiri']));
  for (const { lke_id, tier } of [...scored, ...answered]) tiers.get(lke_id)?.add(tier);
  return rows.map((row) => ({
    lke: { id: row.id, instrumentId: row.instrument_id, rulesetId: row.ruleset_id },
    name: `${row.satker_code} ${row.year}`,
    tiers: tiers.get(row.id) ?? new Set<Tier>(),
  }));
}

/** The row as it is stored, for comparison. */
export async function readScoreColumns(db: Db, lkeId: number, tier: Tier) {
  return db
    .selectFrom('score')
    .select(['answered', 'total', 'total_sort', 'detail'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .executeTakeFirst();
}
