import type { Area, Instrument } from '../../domain/instrument/instrument.js';
import type { Ruleset } from '../../domain/predikat/gate.js';
import type { OfficialWording } from '../../domain/wording/official-text.js';
import type { Deps } from '../../web/deps.js';
import { evidenceCounts } from '../evidence/store.js';
import { readAnswers, readScore, type AnswerRow } from '../lke/store.js';
import type { Lke, StoredScore } from '../lke/store.js';
import { readWording } from '../wording/store.js';

/** What is stored of one area, and the instrument it answers. */
export interface AreaFacts {
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  readonly area: Area;
  readonly rows: ReadonlyMap<string, AnswerRow>;
  /** Number of evidence per indicator. */
  readonly evidence: ReadonlyMap<string, number>;
  readonly stored: StoredScore;
  readonly wording: OfficialWording | null;
}

/** As many queries however large the sheet: answers of the area, score, evidence, official words. */
export async function readAreaFacts(deps: Deps, lke: Lke, area: Area): Promise<AreaFacts> {
  const { db } = deps.store;
  const codes = area.indicators.map((indicator) => indicator.code);
  const stored = await readScore(db, lke.id, 'mandiri');
  if (stored === null) throw new Error(`LKE ${lke.id} has no stored score`);
  return {
    lke,
    instrument: deps.instruments.instrument(lke.instrumentId),
    ruleset: deps.instruments.ruleset(lke.rulesetId),
    area,
    rows: await readAnswers(db, lke.id, 'mandiri', codes),
    evidence: await evidenceCounts(db, lke.id),
    stored,
    wording: await readWording(db, lke.year, codes),
  };
}
