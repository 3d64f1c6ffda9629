import { exactFromStored, type Exact } from '../../domain/exact.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Paper } from '../../paper/paper.js';

interface OfRound {
  readonly lkeId: number;
  readonly round: number;
}

interface OfEdition extends OfRound {
  readonly edition: number;
}

export interface LheHead {
  readonly round: number;
  /** 1, unless a conclusion of the round was taken back. */
  readonly edition: number;
  readonly number: string;
  /** `YYYY-MM-DD`, or "" until it is known. */
  readonly day: string;
  /** Which of TPI's heads; null where none was chosen. */
  readonly letterhead: string | null;
  /** 0 where nothing was typed yet. */
  readonly version: number;
  /** The conclusion it went out with; null before. */
  readonly decisionId: number | null;
  /** As it was concluded; null before. */
  readonly paper: Paper | null;
  readonly contentHash: string | null;
  readonly concludedAt: string | null;
  /** Since when it is no longer valid. */
  readonly takenBackAt: string | null;
}

/** The report that counts or is being written: the next edition where the newest was taken back. */
export async function lheHead(db: Db, { lkeId, round }: OfRound): Promise<LheHead> {
  const newest = (await lheList(db, lkeId)).find((one) => one.round === round);
  if (newest !== undefined && newest.takenBackAt === null) return newest;
  const none = { number: '', day: '', letterhead: null, version: 0, paper: null };
  const open = { decisionId: null, concludedAt: null, takenBackAt: null };
  return { round, edition: (newest?.edition ?? 0) + 1, ...none, ...open, contentHash: null };
}

/** Every report of an LKE, newest first. */
export async function lheList(db: Db, lkeId: number): Promise<readonly LheHead[]> {
  const rows = await db
    .selectFrom('lhe')
    .leftJoin('decision_take_back', 'decision_take_back.decision_id', 'lhe.decision_id')
    .selectAll('lhe')
    .select('decision_take_back.taken_back_at')
    .where('lhe.lke_id', '=', lkeId)
    .orderBy('round', 'desc')
    .orderBy('edition', 'desc')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    edition: row.edition,
    number: row.number,
    day: row.day,
    letterhead: row.letterhead,
    version: row.version,
    decisionId: row.decision_id,
    paper: row.content === null ? null : (JSON.parse(row.content) as Paper),
    contentHash: row.content_hash,
    concludedAt: row.concluded_at,
    takenBackAt: row.taken_back_at,
  }));
}

export async function putLheHead(
  tx: Tx,
  { lkeId, round, edition }: OfEdition,
  { number, day, letterhead }: Pick<LheHead, 'number' | 'day' | 'letterhead'>,
): Promise<void> {
  await tx
    .insertInto('lhe')
    .values({
      lke_id: lkeId,
      round,
      edition,
      number,
      day,
      letterhead,
      version: 1,
      decision_id: null,
      content: null,
      content_hash: null,
      concluded_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['lke_id', 'round', 'edition'])
        .doUpdateSet((eb) => ({ number, day, letterhead, version: eb('lhe.version', '+', 1) })),
    )
    .execute();
}

/** From here on the triggers keep it as it is. */
export async function freezeLhe(
  tx: Tx,
  { lkeId, round, edition }: OfEdition,
  done: {
    readonly paper: Paper;
    readonly hash: string;
    readonly decisionId: number;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .updateTable('lhe')
    .set({
      content: JSON.stringify(done.paper),
      content_hash: done.hash,
      decision_id: done.decisionId,
      concluded_at: done.at,
    })
    .where('lke_id', '=', lkeId)
    .where('round', '=', round)
    .where('edition', '=', edition)
    .execute();
}

/** What TPI typed into one section, with who typed last. */
export interface LheText {
  readonly section: string;
  readonly text: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

export async function lheTexts(
  db: Db,
  { lkeId, round }: OfRound,
): Promise<ReadonlyMap<string, LheText>> {
  const rows = await db
    .selectFrom('lhe_text')
    .leftJoin('user', 'user.id', 'lhe_text.updated_by')
    .select(['section', 'text', 'lhe_text.version', 'user.name as by', 'updated_at as at'])
    .where('lke_id', '=', lkeId)
    .where('round', '=', round)
    .execute();
  return new Map(rows.map((row) => [row.section, { ...row, by: row.by ?? '' }]));
}

/** What TPI wrote in the rounds before, newest of each section. */
export async function earlierTexts(
  db: Db,
  { lkeId, round }: OfRound,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('lhe_text')
    .select(['section', 'text'])
    .where('lke_id', '=', lkeId)
    .where('round', '<', round)
    .where('text', '<>', '')
    .orderBy('round')
    .execute();
  return new Map(rows.map(({ section, text }) => [section, text]));
}

export async function putLheText(
  tx: Tx,
  { lkeId, round }: OfRound,
  { section, text }: Pick<LheText, 'section' | 'text'>,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<void> {
  const values = { text, updated_by: actor.userId, updated_at: at };
  await tx
    .insertInto('lhe_text')
    .values({ lke_id: lkeId, round, section, version: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['lke_id', 'round', 'section'])
        .doUpdateSet((eb) => ({ ...values, version: eb('lhe_text.version', '+', 1) })),
    )
    .execute();
}

/** What a satker reached in the years before. */
export interface EarlierYear {
  readonly year: number;
  readonly stage: Stage;
  readonly tier: Tier;
  readonly total: Exact;
}

/** The highest tier's total of each earlier LKE of the satker, newest year first. */
export async function earlierYears(
  db: Db,
  satkerCode: string,
  year: number,
): Promise<readonly EarlierYear[]> {
  const rows = await db
    .selectFrom('lke')
    .innerJoin('score', 'score.lke_id', 'lke.id')
    .select(['lke.year', 'lke.stage', 'score.tier', 'score.total'])
    .where('lke.satker_code', '=', satkerCode)
    .where('lke.year', '<', year)
    .orderBy('lke.year', 'desc')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    stage: row.stage as Stage,
    tier: row.tier,
    total: exactFromStored(row.total),
  }));
}

/** Who assessed for TPI, by how many indicators are theirs. */
export interface Assessor {
  readonly name: string;
  readonly indicators: number;
}

export async function assessorsOf(db: Db, lkeId: number): Promise<readonly Assessor[]> {
  return db
    .selectFrom('assessment')
    .innerJoin('answer', (join) =>
      join
        .onRef('answer.lke_id', '=', 'assessment.lke_id')
        .onRef('answer.tier', '=', 'assessment.tier')
        .onRef('answer.indicator_code', '=', 'assessment.indicator_code'),
    )
    .innerJoin('user', 'user.id', 'answer.updated_by')
    .select((eb) => ['user.name', eb.fn.countAll<number>().as('indicators')])
    .where('assessment.lke_id', '=', lkeId)
    .where('assessment.tier', '=', 'tpi')
    .groupBy(['user.id', 'user.name'])
    .orderBy('indicators', 'desc')
    .orderBy('user.name')
    .execute();
}

/** How many documents the newest submission brought, and for how many indicators. */
export async function submittedEvidence(
  db: Db,
  { lkeId, round }: OfRound,
): Promise<{ readonly documents: number; readonly indicators: number }> {
  const rows = await db
    .selectFrom('submission_evidence')
    .innerJoin('submission', 'submission.id', 'submission_evidence.submission_id')
    .select(['submission_evidence.indicator_code as code', 'evidence_id as evidence'])
    .where('submission.lke_id', '=', lkeId)
    .where('submission.number', '=', round)
    .execute();
  return {
    documents: new Set(rows.map(({ evidence }) => evidence)).size,
    indicators: new Set(rows.map(({ code }) => code)).size,
  };
}
