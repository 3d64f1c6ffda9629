import type { Stage } from '../../domain/lke/stages.js';
import type { Db, Tx } from '../../db/store.js';

export const PROPOSAL_CATEGORIES = ['WBK', 'WBK-AFIRMASI', 'WBBM'] as const;
export type ProposalCategory = (typeof PROPOSAL_CATEGORIES)[number];

/** What the centre proposed to TPN. `WBK-AFIRMASI` has afirmasi, `WBK` has not, `WBBM` either. */
export interface Proposal {
  readonly lkeId: number;
  readonly category: ProposalCategory;
  readonly afirmasi: boolean;
  readonly letterNumber: string | null;
  /** `YYYY-MM-DD`. */
  readonly letterDay: string | null;
  readonly proposedByName: string;
  readonly proposedAt: string;
}

/**
 * Records the proposal of an LKE, or replaces what was recorded; history and stage are the
 * caller's, in the same transaction. The category must be one of the LKE's target.
 */
export async function recordProposal(
  tx: Tx,
  proposal: Proposal & { readonly proposedBy: number | null },
): Promise<void> {
  const { lkeId: lke_id, category, afirmasi, ...rest } = proposal;
  const columns = {
    category,
    afirmasi: afirmasi ? 1 : 0,
    letter_number: rest.letterNumber,
    letter_day: rest.letterDay,
    proposed_by: rest.proposedBy,
    proposed_by_name: rest.proposedByName,
    proposed_at: rest.proposedAt,
  };
  await tx
    .insertInto('proposal')
    .values({ lke_id, ...columns })
    .onConflict((conflict) => conflict.column('lke_id').doUpdateSet(columns))
    .execute();
}

/** Takes a proposal back. */
export async function removeProposal(tx: Tx, lkeId: number): Promise<void> {
  await tx.deleteFrom('proposal').where('lke_id', '=', lkeId).execute();
}

export async function proposalOf(db: Db, lkeId: number): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposal')
    .selectAll()
    .where('lke_id', '=', lkeId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    lkeId: row.lke_id,
    category: row.category,
    afirmasi: row.afirmasi === 1,
    letterNumber: row.letter_number,
    letterDay: row.letter_day,
    proposedByName: row.proposed_by_name,
    proposedAt: row.proposed_at,
  };
}

/** Stages that are reached only through TPI's *memenuhi*. */
const PAST_TPI: readonly Stage[] = ['siap-diusulkan', 'tpn', 'ditetapkan', 'tidak-ditetapkan'];

export interface ProposedUnit {
  readonly lkeId: number;
  readonly satkerCode: string;
  readonly satkerName: string;
  readonly category: ProposalCategory;
  readonly afirmasi: boolean;
}

/** Proposed satker of a year that passed TPI, by code. */
export async function proposedUnits(db: Db, year: number): Promise<readonly ProposedUnit[]> {
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('lke', 'lke.id', 'proposal.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['lke.id', 'satker.code', 'satker.name', 'proposal.category', 'proposal.afirmasi'])
    .where('lke.year', '=', year)
    .where('lke.stage', 'in', [...PAST_TPI])
    .orderBy('satker.code')
    .execute();
  return rows.map((row) => ({
    lkeId: row.id,
    satkerCode: row.code,
    satkerName: row.name,
    category: row.category,
    afirmasi: row.afirmasi === 1,
  }));
}
