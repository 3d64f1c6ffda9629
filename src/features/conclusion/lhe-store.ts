import { exactFromStored, type Exact } from '../../domain/exact.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Paper } from '../../paper/paper.js';

interface OfRound {
  readonly lkeId: number;
  readonly round: number;
}

export interface LheHead {
  readonly round: number;
  readonly number: string;
  /** `YYYY-MM-DD`, or "" until it is known. */
  readonly day: string;
  /** 0 where nothing was typed yet. */
  readonly version: number;
  /** As it was concluded; null before. */
  readonly paper: Paper | null;
  readonly contentHash: string | null;
  readonly concludedAt: string | null;
}

export async function lheHead(db: Db, { lkeId, round }: OfRound): Promise<LheHead> {
  const all = await lheList(db, lkeId);
  const none = { number: '', day: '', version: 0, paper: null, contentHash: null };
  return all.find((one) => one.round === round) ?? { round, ...none, concludedAt: null };
}

/** Every report of an LKE, newest round first. */
export async function lheList(db: Db, lkeId: number): Promise<readonly LheHead[]> {
  const rows = await db
    .selectFrom('lhe')
    .selectAll()
    .where('lke_id', '=', lkeId)
    .orderBy('round', 'desc')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    number: row.number,
    day: row.day,
    version: row.version,
    paper: row.content === null ? null : (JSON.parse(row.content) as Paper),
    contentHash: row.content_hash,
    concludedAt: row.concluded_at,
  }));
}

export async function putLheHead(
  tx: Tx,
  { lkeId, round }: OfRound,
  head: Pick<LheHead, 'number' | 'day'>,
): Promise<void> {
  const { number, day } = head;
  await tx
    .insertInto('lhe')
    .values({
      lke_id: lkeId,
      round,
      number,
      day,
      version: 1,
      decision_id: null,
      content: null,
      content_hash: null,
      concluded_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['lke_id', 'round'])
        .doUpdateSet((eb) => ({ number, day, version: eb('lhe.version', '+', 1) })),
    )
    .execute();
}

/** From here on the triggers keep it as it is. */
export async function freezeLhe(
  tx: Tx,
  { lkeId, round }: OfRound,
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
