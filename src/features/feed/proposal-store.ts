import type { ProposalTable } from '../../db/schema-share.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Db } from '../../db/store.js';

/** As what the centre proposed an LKE to TPN; its page writes the table (features/proposal). */
export type ProposalCategory = ProposalTable['category'];

export interface Proposal {
  readonly category: ProposalCategory;
}

export async function proposalOf(db: Db, lkeId: number): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposal')
    .select('category')
    .where('lke_id', '=', lkeId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
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
  const rows = await selectUnits(db, year).orderBy('satker.code').execute();
  return rows.map(unitOf);
}

export async function findProposedUnit(
  db: Db,
  year: number,
  satkerCode: string,
): Promise<ProposedUnit | null> {
  const row = await selectUnits(db, year).where('satker.code', '=', satkerCode).executeTakeFirst();
  return row === undefined ? null : unitOf(row);
}

function selectUnits(db: Db, year: number) {
  return db
    .selectFrom('proposal')
    .innerJoin('lke', 'lke.id', 'proposal.lke_id')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(['lke.id', 'satker.code', 'satker.name', 'proposal.category', 'proposal.afirmasi'])
    .where('lke.year', '=', year)
    .where('proposal.withdrawn_at', 'is', null)
    .where('lke.stage', 'in', [...PAST_TPI]);
}

type UnitRow = Awaited<ReturnType<ReturnType<typeof selectUnits>['executeTakeFirstOrThrow']>>;

function unitOf(row: UnitRow): ProposedUnit {
  return {
    lkeId: row.id,
    satkerCode: row.code,
    satkerName: row.name,
    category: row.category,
    afirmasi: row.afirmasi === 1,
  };
}
