import type { Db } from '../../db/store.js';
import { verifyPapers, sha256, type PapersVerdict } from '../../db/verify-papers.js';

/** What the annex of a letter to TPN says of one satker. */
export interface AnnexEntry {
  readonly number: string;
  readonly day: string;
  /** As stored. */
  readonly facts: string;
  readonly reason: string;
}

/** The history keeps it with the proposal, so that an annex that was changed afterwards shows. */
export function annexHash(entry: AnnexEntry): string {
  return sha256(sealedText(entry));
}

/** Every satker in the annex of a letter to TPN. */
export async function verifyProposals(db: Db): Promise<PapersVerdict> {
  const rows = await db
    .selectFrom('proposal_entry')
    .innerJoin('proposal_letter', 'proposal_letter.id', 'proposal_entry.letter_id')
    .innerJoin('lke', 'lke.id', 'proposal_entry.lke_id')
    .select(['lke.satker_code as satkerCode', 'lke.year'])
    .select(['proposal_letter.number', 'proposal_letter.day'])
    .select(['proposal_entry.facts', 'proposal_entry.reason'])
    .orderBy('proposal_letter.id')
    .orderBy('lke.satker_code')
    .execute();
  const papers = rows.map(({ satkerCode, year, ...entry }) => {
    return { satkerCode, year, number: entry.number, text: sealedText(entry), hash: null };
  });
  return verifyPapers(db, 'lke.propose', papers);
}

function sealedText({ number, day, facts, reason }: AnnexEntry): string {
  return JSON.stringify([number, day, facts, reason]);
}
