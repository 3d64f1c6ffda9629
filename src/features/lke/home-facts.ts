import type { Instrument } from '../../domain/instrument/instrument.js';
import type { SentBackBy } from '../../domain/lke/stage-end.js';
import type { Ruleset } from '../../domain/predikat/gate.js';
import type { Deps } from '../../web/deps.js';
import { evidenceCounts } from '../evidence/store.js';
import { predikatOf, type PredikatEntry } from '../satker/store.js';
import {
  returnsOf,
  standingReopening,
  standingReturn,
  type LkeReturn,
  type Reopening,
} from '../submission/store.js';
import { datesFor, type YearDay } from '../years/store.js';
import { lastActivity } from './list-store.js';
import { readOutcomes, type OutcomeFacts } from './outcome-facts.js';
import { readSheet, sentBackBy, type Lke, type Sheet } from './store.js';

/** Everything the home of one satker tells, as it is stored. */
export interface HomeFacts {
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  readonly sheet: Sheet;
  /** Number of evidence per indicator. */
  readonly evidence: ReadonlyMap<string, number>;
  readonly days: readonly YearDay[];
  /** The return that holds the LKE where it is. */
  readonly returned: LkeReturn | null;
  readonly returns: readonly LkeReturn[];
  readonly outcomes: OutcomeFacts;
  /** The decision that gave it back as a whole, where one did. */
  readonly reopened: Reopening | null;
  readonly sentBack: SentBackBy;
  readonly register: readonly PredikatEntry[];
  readonly activity: { readonly at: string; readonly by: string } | null;
}

export async function readHomeFacts(deps: Deps, lke: Lke): Promise<HomeFacts> {
  const { instruments } = deps;
  const { db } = deps.store;
  const returns = await returnsOf(db, lke.id);
  return {
    lke,
    instrument: instruments.instrument(lke.instrumentId),
    ruleset: instruments.ruleset(lke.rulesetId),
    sheet: await readSheet(db, instruments, lke, 'mandiri'),
    evidence: await evidenceCounts(db, lke.id),
    days: await datesFor(db, lke.year, lke.satker.code),
    returned: standingReturn(returns, lke.stage),
    returns,
    outcomes: await readOutcomes(db, lke.id),
    reopened: await standingReopening(db, lke.id, lke.stage),
    sentBack: await sentBackBy(db, lke.id),
    register: lke.target === 'wbbm' ? await predikatOf(db, lke.satker.code) : [],
    activity: await lastActivity(db, lke.satker.code, lke.year),
  };
}
