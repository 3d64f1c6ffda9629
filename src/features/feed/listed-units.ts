import type { Target } from '../../domain/predikat/gate.js';
import type { Db } from '../../db/store.js';
import { readScore } from '../lke/store.js';
import { findProposedUnit, proposedUnits } from './proposal-store.js';
import type { ProposalCategory, ProposedUnit } from './proposal-store.js';

const TARGET_OF = {
  WBK: 'wbk',
  'WBK-AFIRMASI': 'wbk',
  WBBM: 'wbbm',
} as const satisfies Record<ProposalCategory, Target>;

/**
 * Satker of one list of the portal: proposed for that predikat, past TPI, and through that very
 * predikat's gates on TPI's own score (WBBM is never judged by the limits of WBK).
 */
export async function listedUnits(
  db: Db,
  year: number,
  target: Target,
): Promise<readonly ProposedUnit[]> {
  const units: ProposedUnit[] = [];
  for (const unit of await proposedUnits(db, year)) {
    if (TARGET_OF[unit.category] === target && (await passes(db, unit))) units.push(unit);
  }
  return units;
}

/** The same question for one satker; null where no list names it. */
export async function listedUnit(
  db: Db,
  year: number,
  satkerCode: string,
): Promise<ProposedUnit | null> {
  const unit = await findProposedUnit(db, year, satkerCode);
  return unit !== null && (await passes(db, unit)) ? unit : null;
}

async function passes(db: Db, { lkeId, category }: ProposedUnit): Promise<boolean> {
  const score = await readScore(db, lkeId, 'tpi');
  return score?.gates[TARGET_OF[category]].passed === true;
}
