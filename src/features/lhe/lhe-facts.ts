import { TIERS } from '../../domain/access/tiers.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Db } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import type { Lke } from '../lke/store.js';
import { confirmationsOf, threadsOf } from '../review/store.js';
import type { NoteThread, StandingConfirmation } from '../review/store.js';
import { heldPredikat, predikatOf, type PredikatEntry } from '../satker/store.js';
import { submissionsOf, type Submission } from '../submission/store.js';
import { decisionsOf, readDifferences, readFigures } from '../conclusion/store.js';
import type { Decision, Difference, TierFigures } from '../conclusion/store.js';
import { chosenHead, tpiLetterheads, type LetterheadRow } from '../letter/store.js';
import { assessorsOf, earlierYears, submittedEvidence } from './lhe-facts-store.js';
import type { Assessor, EarlierYear } from './lhe-facts-store.js';
import { earlierTexts, lheHead, lheTexts } from './lhe-store.js';
import type { LheHead, LheText } from './lhe-store.js';

/** Everything a report is made from, read in one go so that its figures belong together. */
export interface LheFacts {
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly head: LheHead;
  /** TPI's heads; which one signs is chosen per report, and needs no choice while there is one. */
  readonly letterheads: readonly LetterheadRow[];
  readonly letterhead: LetterheadRow | null;
  readonly texts: ReadonlyMap<string, LheText>;
  /** Of the rounds before, to be taken up again. */
  readonly textsBefore: ReadonlyMap<string, string>;
  readonly mandiri: TierFigures;
  /** null for KPU RI's own units. */
  readonly pendahuluan: TierFigures | null;
  readonly tpi: TierFigures;
  readonly submission: Submission | null;
  /** The first assessors' decision of this round. */
  readonly recommendation: Decision | null;
  readonly differences: readonly Difference[];
  readonly assessors: readonly Assessor[];
  readonly threads: readonly NoteThread[];
  readonly confirmations: readonly StandingConfirmation[];
  readonly evidence: { readonly documents: number; readonly indicators: number };
  readonly earlier: readonly EarlierYear[];
  /** What WBBM presupposes; null where the target asks for nothing. */
  readonly prerequisite: { readonly held: PredikatEntry | null } | null;
}

export async function readLheFacts(
  db: Db,
  { instruments }: Pick<Deps, 'instruments'>,
  lke: Lke,
  round: number,
): Promise<LheFacts> {
  const instrument = instruments.instrument(lke.instrumentId);
  const of = { lkeId: lke.id, round };
  const mandiri = await readFigures(db, instruments, lke, 'mandiri');
  const tpi = await readFigures(db, instruments, lke, 'tpi');
  const head = await lheHead(db, of);
  const letterheads = await tpiLetterheads(db);
  const isCentre = lke.satker.level === 'pusat';
  const decisions = await decisionsOf(db, lke.id);
  const sheets = { mandiri: mandiri.sheet, own: tpi.sheet };
  return {
    lke,
    instrument,
    head,
    letterheads,
    letterhead: chosenHead(letterheads, head.letterhead),
    texts: await lheTexts(db, of),
    textsBefore: await earlierTexts(db, of),
    mandiri,
    pendahuluan: isCentre ? null : await readFigures(db, instruments, lke, 'pendahuluan'),
    tpi,
    submission: (await submissionsOf(db, lke.id)).find(({ number }) => number === round) ?? null,
    recommendation:
      decisions.find((one) => one.tier === 'pendahuluan' && one.round === round) ?? null,
    differences: await readDifferences(db, lke, instrument, 'tpi', sheets),
    assessors: await assessorsOf(db, lke.id),
    threads: (await threadsOf(db, lke.id)).filter(({ tier }) => tier === 'tpi'),
    confirmations: await confirmationsOf(db, lke.id, 'tpi'),
    evidence: await submittedEvidence(db, of),
    earlier: highestOfYear(await earlierYears(db, lke.satker.code, lke.year)),
    prerequisite: await prerequisiteOf(db, instruments, lke),
  };
}

async function prerequisiteOf(
  db: Db,
  instruments: Deps['instruments'],
  { target, rulesetId, satker }: Lke,
): Promise<LheFacts['prerequisite']> {
  if (target !== 'wbbm') return null;
  const { predikat } = instruments.ruleset(rulesetId).prerequisite.wbbm;
  return { held: heldPredikat(await predikatOf(db, satker.code), predikat) };
}

/** Of each year the highest tier that scored, named as what it is. */
function highestOfYear(rows: readonly EarlierYear[]): readonly EarlierYear[] {
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.flatMap((year) => {
    const own = rows.filter((row) => row.year === year);
    const sorted = [...own].sort((a, b) => TIERS.indexOf(b.tier) - TIERS.indexOf(a.tier));
    return sorted.slice(0, 1);
  });
}
