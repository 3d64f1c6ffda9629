import type { Db, Tx } from '../../db/store.js';
import type { ProposedFacts } from './proposed-facts.js';

/** One letter to TPN. */
export interface ProposalLetter {
  readonly id: number;
  readonly year: number;
  readonly number: string;
  readonly day: string;
  readonly createdByName: string;
  readonly createdAt: string;
}

export interface ProposedEntry {
  readonly lkeId: number;
  readonly satkerCode: string;
  readonly facts: ProposedFacts;
  readonly reason: string;
  /** Why it stands in the letter no longer; null where it does. */
  readonly takenBack: { readonly reason: string; readonly at: string } | null;
}

const LETTER = [
  'id',
  'year',
  'number',
  'day',
  'created_by_name as createdByName',
  'created_at as createdAt',
] as const;

/** Newest first. */
export async function lettersOf(
  db: Db,
  year: number,
): Promise<readonly (ProposalLetter & { readonly satker: number })[]> {
  const letters = await db
    .selectFrom('proposal_letter')
    .select(LETTER)
    .where('year', '=', year)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const counts = await db
    .selectFrom('proposal_entry')
    .leftJoin('decision_take_back as back', 'back.decision_id', 'proposal_entry.decision_id')
    .select((eb) => ['letter_id', eb.fn.countAll<number>().as('satker')])
    .where('back.decision_id', 'is', null)
    .groupBy('letter_id')
    .execute();
  return letters.map((letter) => ({
    ...letter,
    satker: counts.find((one) => one.letter_id === letter.id)?.satker ?? 0,
  }));
}

export async function findLetter(db: Db, year: number, id: string): Promise<ProposalLetter | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const row = await db
    .selectFrom('proposal_letter')
    .select(LETTER)
    .where('year', '=', year)
    .where('id', '=', Number(id))
    .executeTakeFirst();
  return row ?? null;
}

export async function findLetterByNumber(
  db: Db,
  year: number,
  number: string,
): Promise<ProposalLetter | null> {
  const row = await db
    .selectFrom('proposal_letter')
    .select(LETTER)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** By satker code, each satker as often as the letter proposed it. */
export async function entriesOf(db: Db, letterId: number): Promise<readonly ProposedEntry[]> {
  const rows = await db
    .selectFrom('proposal_entry')
    .innerJoin('lke', 'lke.id', 'proposal_entry.lke_id')
    .leftJoin('decision_take_back as back', 'back.decision_id', 'proposal_entry.decision_id')
    .select(['lke_id', 'lke.satker_code', 'facts', 'proposal_entry.reason'])
    .select(['back.reason as backReason', 'back.taken_back_at as backAt'])
    .where('letter_id', '=', letterId)
    .orderBy('lke.satker_code')
    .orderBy('proposal_entry.id')
    .execute();
  return rows.map((row) => ({
    lkeId: row.lke_id,
    satkerCode: row.satker_code,
    facts: JSON.parse(row.facts) as ProposedFacts,
    reason: row.reason,
    takenBack: row.backAt === null ? null : { reason: row.backReason ?? '', at: row.backAt },
  }));
}

interface By {
  readonly userId: number | null;
  readonly name: string;
  readonly role: string;
  readonly at: string;
}

export async function insertLetter(
  tx: Tx,
  { year, number, day }: Pick<ProposalLetter, 'year' | 'number' | 'day'>,
  by: By,
): Promise<number> {
  const { id } = await tx
    .insertInto('proposal_letter')
    .values({
      year,
      number,
      day,
      created_by: by.userId,
      created_by_name: by.name,
      created_at: by.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewProposal {
  readonly letterId: number;
  readonly lkeId: number;
  readonly round: number;
  readonly facts: ProposedFacts;
  readonly reason: string;
  readonly number: string;
  readonly day: string;
}

/** The row the feed reads, the entry of the annex, and the decision of the LKE. */
export async function insertProposal(tx: Tx, made: NewProposal, by: By): Promise<void> {
  const { lkeId, facts, reason, number, day } = made;
  const current = {
    category: facts.category,
    afirmasi: facts.afirmasi ? 1 : 0,
    letter_number: number,
    letter_day: day,
    proposed_by: by.userId,
    proposed_by_name: by.name,
    proposed_at: by.at,
    withdrawn_at: null,
  };
  await tx
    .insertInto('proposal')
    .values({ lke_id: lkeId, ...current })
    .onConflict((conflict) => conflict.column('lke_id').doUpdateSet(current))
    .execute();
  const { id } = await tx
    .insertInto('lke_decision')
    .values({
      lke_id: lkeId,
      round: made.round,
      tier: 'tpn',
      kind: 'diusulkan',
      effect: 'moves',
      reason,
      letter_number: number,
      letter_day: day,
      letter_recorded_at: by.at,
      detail: JSON.stringify({ category: facts.category, afirmasi: facts.afirmasi }),
      decided_by: by.userId,
      decided_by_name: by.name,
      decided_role: by.role,
      decided_at: by.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const entry = { letter_id: made.letterId, lke_id: lkeId, decision_id: id, reason };
  await tx
    .insertInto('proposal_entry')
    .values({ ...entry, facts: JSON.stringify(facts) })
    .execute();
}
