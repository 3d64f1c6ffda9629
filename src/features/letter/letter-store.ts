import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Urgency } from '../../domain/lke/letters.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Paper } from '../../paper/paper.js';

export interface Letter {
  readonly id: number;
  readonly owner: string;
  readonly year: number;
  readonly number: string;
  readonly day: string;
  readonly attachments: string;
  readonly urgency: Urgency;
  readonly version: number;
  /** As it went out; null while it is a draft. */
  readonly paper: Paper | null;
  readonly contentHash: string | null;
  readonly sentByName: string | null;
  readonly sentAt: string | null;
}

/** One satker a letter recommends. */
export interface Recommended {
  readonly lkeId: number;
  readonly decisionId: number;
  readonly satkerCode: string;
  readonly satkerName: string;
}

/** The letter in which a decision stands, sent or not. */
export async function letterOf(db: Db, decisionId: number): Promise<Letter | null> {
  const row = await selectLetters(db)
    .innerJoin('letter_lke', 'letter_lke.letter_id', 'letter.id')
    .where('letter_lke.decision_id', '=', decisionId)
    .executeTakeFirst();
  return row === undefined ? null : letterFrom(row);
}

/** A letter about this LKE; null where it is about others or there is none. */
export async function findLetter(db: Db, id: number, lkeId: number): Promise<Letter | null> {
  const row = await selectLetters(db)
    .innerJoin('letter_lke', 'letter_lke.letter_id', 'letter.id')
    .where('letter_lke.lke_id', '=', lkeId)
    .where('letter.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : letterFrom(row);
}

/** In the order in which the letter names them. */
export async function recommendedIn(
  db: Db,
  letterId: number,
): Promise<readonly (Recommended & { readonly place: SatkerPlace })[]> {
  const rows = await db
    .selectFrom('letter_lke')
    .innerJoin('lke', 'lke.id', 'letter_lke.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select([
      'lke.id as lkeId',
      'letter_lke.decision_id as decisionId',
      'satker.code as satkerCode',
      'satker.name as satkerName',
      'satker.level',
      'satker.province_code as provinceCode',
    ])
    .where('letter_id', '=', letterId)
    .orderBy('satker.code')
    .execute();
  return rows.map(({ level, provinceCode, ...row }) => {
    return { ...row, place: { code: row.satkerCode, level, provinceCode } };
  });
}

/** Another satker of the same writer that waits for a letter. */
export interface WaitingLke {
  readonly id: number;
  readonly stage: Stage;
  readonly target: Target;
  readonly satkerCode: string;
  readonly satkerName: string;
}

/** LKEs of a year at `menunggu-tpi`, of the kabupaten/kota of a province or of all KPU Provinsi. */
export async function waitingOf(
  db: Db,
  owner: string,
  year: number,
): Promise<readonly WaitingLke[]> {
  let query = db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select([
      'lke.id',
      'lke.stage',
      'lke.target',
      'satker.code as satkerCode',
      'satker.name as satkerName',
    ])
    .where('lke.year', '=', year)
    .where('lke.stage', '=', 'menunggu-tpi')
    .orderBy('satker.code');
  query =
    owner === '00'
      ? query.where('satker.level', '=', 'provinsi')
      : query
          .where('satker.level', '=', 'kabupaten/kota')
          .where('satker.province_code', '=', owner);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, stage: row.stage as Stage }));
}

export interface LetterDetails {
  readonly number: string;
  readonly day: string;
  readonly attachments: string;
  readonly urgency: Urgency;
}

export async function insertLetter(
  tx: Tx,
  letter: LetterDetails & { readonly owner: string; readonly year: number; readonly at: string },
): Promise<number> {
  const { owner, year, number, day, attachments, urgency, at } = letter;
  const { id } = await tx
    .insertInto('letter')
    .values({
      owner,
      year,
      number,
      day,
      attachments,
      urgency,
      version: 1,
      content: null,
      content_hash: null,
      sent_by: null,
      sent_by_name: null,
      sent_at: null,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateLetter(tx: Tx, id: number, details: LetterDetails): Promise<void> {
  const { number, day, attachments, urgency } = details;
  await tx
    .updateTable('letter')
    .set((eb) => ({ number, day, attachments, urgency, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Replaces what the letter recommends; each decision must not stand in another letter. */
export async function putRecommended(
  tx: Tx,
  letterId: number,
  recommended: readonly Pick<Recommended, 'lkeId' | 'decisionId'>[],
): Promise<void> {
  await tx.deleteFrom('letter_lke').where('letter_id', '=', letterId).execute();
  for (const { lkeId, decisionId } of recommended) {
    await tx
      .insertInto('letter_lke')
      .values({ letter_id: letterId, lke_id: lkeId, decision_id: decisionId })
      .execute();
  }
}

/**
 * Where a number is used already: once by each writer and year; a draft that recommends nobody uses
 * none. Names of the satker it recommends.
 */
export async function numberUsedFor(
  db: Db,
  { owner, year, number }: Pick<Letter, 'owner' | 'year' | 'number'>,
  except: number | null,
): Promise<{ readonly day: string; readonly names: readonly string[] } | null> {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('letter_lke', 'letter_lke.letter_id', 'letter.id')
    .innerJoin('lke', 'lke.id', 'letter_lke.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['letter.id', 'letter.day', 'satker.name'])
    .where('letter.owner', '=', owner)
    .where('letter.year', '=', year)
    .where('letter.number', '=', number)
    .orderBy('letter.id')
    .orderBy('satker.code')
    .execute();
  const others = rows.filter(({ id }) => id !== except);
  const [first] = others;
  if (first === undefined) return null;
  const names = others.filter(({ id }) => id === first.id).map(({ name }) => name);
  return { day: first.day, names };
}

/** Whether a letter no longer speaks of this LKE; it may still of others. */
export async function isLetterTakenBack(db: Db, letterId: number, lkeId: number): Promise<boolean> {
  const row = await db
    .selectFrom('letter_lke')
    .innerJoin('decision_take_back', 'decision_take_back.decision_id', 'letter_lke.decision_id')
    .select('letter_lke.lke_id')
    .where('letter_lke.letter_id', '=', letterId)
    .where('letter_lke.lke_id', '=', lkeId)
    .executeTakeFirst();
  return row !== undefined;
}

/** From here on the triggers keep it as it is. */
export async function freezeLetter(
  tx: Tx,
  id: number,
  sent: {
    readonly paper: Paper;
    readonly hash: string;
    readonly actor: Actor;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      content: JSON.stringify(sent.paper),
      content_hash: sent.hash,
      sent_by: sent.actor.userId,
      sent_by_name: sent.actor.name,
      sent_at: sent.at,
    })
    .where('id', '=', id)
    .execute();
}

function selectLetters(db: Db) {
  return db.selectFrom('letter').selectAll('letter');
}

type LetterRow = Awaited<ReturnType<ReturnType<typeof selectLetters>['executeTakeFirstOrThrow']>>;

function letterFrom(row: LetterRow): Letter {
  return {
    id: row.id,
    owner: row.owner,
    year: row.year,
    number: row.number,
    day: row.day,
    attachments: row.attachments,
    urgency: row.urgency,
    version: row.version,
    paper: row.content === null ? null : (JSON.parse(row.content) as Paper),
    contentHash: row.content_hash,
    sentByName: row.sent_by_name,
    sentAt: row.sent_at,
  };
}
