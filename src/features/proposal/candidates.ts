import type { Ruleset } from '../../domain/predikat/gate.js';
import type { OpenYear } from '../../db/open-years.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { holdersOf, lkeAtStage, type ReadyLke } from './candidate-store.js';
import type { Category } from './proposed-facts.js';
import { requirementStates, scoreFacts } from './proposed-facts.js';
import type { RequirementState, ScoreFacts } from './proposed-facts.js';
import { recordedOf, recordedOfYear } from './requirement-store.js';

/** A satker that is ready, with everything that speaks for and against proposing it. */
export interface Candidate {
  readonly lke: ReadyLke;
  readonly score: ScoreFacts;
  readonly categories: readonly Category[];
  /** What WBBM presupposes; null for WBK, which presupposes nothing. */
  readonly prerequisite: null | {
    readonly held: null | { readonly year: number; readonly decree: string };
    readonly text: string;
    readonly source: string;
  };
  readonly instansi: readonly RequirementState[];
  readonly satker: readonly RequirementState[];
}

/** Every satker at `siap-diusulkan`, read in one go; in a transaction: as it is at that moment. */
export async function candidatesOf(
  db: Db,
  instruments: Instruments,
  { year, rulesetId }: OpenYear,
): Promise<readonly Candidate[]> {
  const ruleset = instruments.ruleset(rulesetId);
  const ready = await lkeAtStage(db, year, ['siap-diusulkan']);
  const instansi = await recordedOf(db, { year });
  const own = await recordedOfYear(db, year);
  const holders = await holdersOf(db, ruleset.prerequisite.wbbm.predikat);
  return ready.map((lke) => ({
    lke,
    score: scoreFacts(lke),
    categories: lke.target === 'wbbm' ? ['WBBM'] : ['WBK', 'WBK-AFIRMASI'],
    prerequisite: prerequisiteOf(lke, ruleset, holders.get(lke.satker.code) ?? null),
    instansi: requirementStates(ruleset.nomination.instansi, lke.target, instansi),
    satker: requirementStates(ruleset.nomination.satker, lke.target, own.get(lke.id) ?? new Map()),
  }));
}

function prerequisiteOf(
  { target }: ReadyLke,
  ruleset: Ruleset,
  held: { readonly year: number; readonly decree: string } | null,
): Candidate['prerequisite'] {
  if (target === 'wbk') return null;
  const { text, source } = ruleset.prerequisite.wbbm;
  return { held, text, source };
}
