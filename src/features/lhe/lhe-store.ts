import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Paper } from '../../paper/paper.js';

export interface OfRound {
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

/** A report that has a number already, or null where nobody used it. */
export interface NumberUse {
  readonly place: SatkerPlace;
  readonly satkerName: string;
  readonly round: number;
}

/**
 * Where TPI, who numbers its reports in one series, used a number of the year already. A further edition
 * of the same round may keep its number; a draft of a round that is over used none.
 */
export async function numberUsedFor(
  db: Db,
  { lkeId, round }: OfRound,
  number: string,
): Promise<NumberUse | null> {
  const rows = await db
    .selectFrom('lhe')
    .innerJoin('lke', 'lke.id', 'lhe.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['lhe.lke_id as lkeId', 'lhe.round', 'lhe.concluded_at as concludedAt'])
    .select(['satker.code', 'satker.name', 'satker.level', 'satker.province_code as provinceCode'])
    .select((eb) =>
      eb
        .selectFrom('submission')
        .select((of) => of.fn.max('submission.number').as('newest'))
        .whereRef('submission.lke_id', '=', 'lhe.lke_id')
        .as('newest'),
    )
    .where('lhe.number', '=', number)
    .where('lke.year', '=', (eb) =>
      eb.selectFrom('lke as own').select('own.year').where('own.id', '=', lkeId),
    )
    .orderBy('lhe.lke_id')
    .orderBy('lhe.round')
    .execute();
  const found = rows.find((row) => {
    const isOwn = row.lkeId === lkeId && row.round === round;
    return !isOwn && (row.concludedAt !== null || row.round === row.newest);
  });
  if (found === undefined) return null;
  const { code, level, provinceCode, name: satkerName } = found;
  return { place: { code, level, provinceCode }, satkerName, round: found.round };
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
