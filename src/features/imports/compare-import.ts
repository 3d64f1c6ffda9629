import {
  compareReading,
  type BaseAnswer,
  type FileAnswer,
  type IndicatorDifference,
} from '../../domain/exchange/compare-reading.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Openness } from '../../domain/lke/openness.js';
import type { Db } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import { evidenceLimits, registerFacts } from '../evidence/store.js';
import { readAnswers, standingOf, type AnswerRow, type Lke } from '../lke/store.js';
import { offerEvidence, type EvidenceComparison } from './evidence-offers.js';
import { baseAnswers, changesSince, isOurHistory, type ChangesSince } from './history-store.js';

export type ImportDeps = Pick<Deps, 'store' | 'instruments' | 'clock'>;

/** What an LKE must tell of itself to be imported into. */
export type ImportLke = Pick<Lke, 'id' | 'year' | 'instrumentId' | 'rulesetId' | 'satker'>;

/** A file beside what is stored at this moment. */
export interface Comparison {
  readonly reading: LkeReading;
  readonly differences: readonly IndicatorDifference[];
  readonly evidence: EvidenceComparison;
  readonly stored: ReadonlyMap<IndicatorCode, AnswerRow>;
  /** Which indicators may be changed now. */
  readonly openness: Openness;
  /** An export of this very LKE from this data, so that "changed where" can be told. */
  readonly isExportOfThis: boolean;
}

export async function compareImport(
  db: Db,
  deps: Pick<ImportDeps, 'instruments'>,
  lke: ImportLke,
  reading: LkeReading,
): Promise<Comparison> {
  const stored = await readAnswers(db, lke.id, 'mandiri');
  const since = await sinceExport(db, lke, reading);
  const base =
    since === null ? new Map<IndicatorCode, BaseAnswer>() : baseOf(reading, stored, since);
  const file = fileAnswers(reading);
  const instrument = deps.instruments.instrument(lke.instrumentId);
  return {
    reading,
    differences: compareReading(instrument, { file, stored, base }),
    evidence: offerEvidence(reading, {
      register: await registerFacts(db, lke.satker.code, lke.id),
      perIndicator: (await evidenceLimits(db)).perIndicator,
      satkerCode: lke.satker.code,
      unlinked: since?.unlinked ?? new Set(),
      isExportOfThis: since !== null,
    }),
    stored,
    openness: (await standingOf(db, lke.id)).openness,
    isExportOfThis: since !== null,
  };
}

/** What is outside the scale, and a note too long to be kept, say nothing of what is stored. */
function fileAnswers({ rows, invalid }: LkeReading): FileAnswer[] {
  const codesOf = (isNote: boolean) =>
    new Set(
      invalid
        .filter(({ reason }) => reason.startsWith('note-') === isNote)
        .map(({ code }) => code.split(':')[0]),
    );
  const [notes, answers] = [codesOf(true), codesOf(false)];
  return rows.map(({ code, value, note }) => ({
    code,
    value,
    note: notes.has(code) ? null : note,
    isInvalid: answers.has(code),
  }));
}

/** null unless the file is an intact export of this LKE's own tier from this very history. */
async function sinceExport(
  db: Db,
  lke: ImportLke,
  { ours }: LkeReading,
): Promise<ChangesSince | null> {
  if (ours === null || !ours.isIntact) return null;
  const { historySeq: seq, historyHash: hash } = ours.identity;
  if (!(await isOurHistory(db, { seq, hash }))) return null;
  return changesSince(db, lke, seq);
}

function baseOf(
  { ours }: LkeReading,
  stored: ReadonlyMap<IndicatorCode, AnswerRow>,
  since: ChangesSince,
): ReadonlyMap<IndicatorCode, BaseAnswer> {
  return baseAnswers(new Map(Object.entries(ours?.versions ?? {})), stored, since);
}
