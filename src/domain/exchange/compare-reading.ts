import type { IndicatorCode, Instrument } from '../instrument/instrument.js';
import type { AnswerValue } from '../scoring/answer.js';
import { shareCounts } from '../scoring/share-counts.js';
import { kindOf, type DifferenceKind } from './difference.js';

/** What a file says of one indicator. */
export interface FileAnswer {
  readonly code: IndicatorCode;
  readonly value: AnswerValue | null;
  /** Normalised; null where the file has no place for notes. */
  readonly note: string | null;
  /** What stands in the file is outside the scale. */
  readonly isInvalid: boolean;
}

export interface StoredAnswer {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly version: number;
}

/** An answer as it was when the file was exported. */
export type BaseAnswer = Omit<StoredAnswer, 'version'>;

/** One part of an indicator; `proposed` is what would be stored if the file's is taken. */
export interface PartDifference<T> {
  readonly kind: DifferenceKind;
  readonly stored: T | null;
  readonly proposed: T | null;
}

export interface IndicatorDifference {
  readonly code: IndicatorCode;
  /** Of the stored answer; 0 where there is none. */
  readonly version: number;
  readonly answer: PartDifference<AnswerValue>;
  readonly note: PartDifference<string>;
}

export interface ThreeSheets {
  readonly file: readonly FileAnswer[];
  readonly stored: ReadonlyMap<IndicatorCode, StoredAnswer>;
  /**
   * As exported, by indicator; one that is absent is not known. Empty for a file that is not an
   * export of this LKE.
   */
  readonly base: ReadonlyMap<IndicatorCode, BaseAnswer>;
}

/** Every indicator that the file has a row for, in the order of the instrument. */
export function compareReading(
  instrument: Instrument,
  { file, stored, base }: ThreeSheets,
): readonly IndicatorDifference[] {
  const inFile = new Map(withSharedCounts(instrument, file).map((row) => [row.code, row]));
  return instrument.indicators.flatMap(({ code }) => {
    const row = inFile.get(code);
    if (row === undefined) return [];
    const here = stored.get(code) ?? { value: null, note: '', version: 0 };
    const then = base.get(code);
    return [
      {
        code,
        version: here.version,
        answer: compareAnswer(row, here.value, then === undefined ? undefined : then.value),
        note: compareNote(row.note, here.note, then?.note),
      },
    ];
  });
}

/** A count that the sheet asks twice is one count: its source decides, as for what is typed. */
function withSharedCounts(
  instrument: Instrument,
  file: readonly FileAnswer[],
): readonly FileAnswer[] {
  const entries = file.map(({ code, value }) => ({ code, value, note: '' }));
  const agreed = new Map(
    shareCounts(instrument, entries, new Map()).map(({ code, value }) => [code, value]),
  );
  return file.map((row) => ({ ...row, value: agreed.get(row.code) ?? null }));
}

function compareAnswer(
  { value, isInvalid }: FileAnswer,
  stored: AnswerValue | null,
  base: AnswerValue | null | undefined,
): PartDifference<AnswerValue> {
  if (isInvalid) return { kind: 'invalid', stored, proposed: null };
  const file = withKeptCounts(value, stored, base ?? null);
  const kind = kindOf({ stored, file, base }, sameAnswer);
  return { kind: ofCounts(kind, stored, file), stored, proposed: file };
}

/** Single counts are filled and emptied too: sharing a count leaves half an answer behind. */
function ofCounts(
  kind: DifferenceKind,
  stored: AnswerValue | null,
  file: AnswerValue | null,
): DifferenceKind {
  if (kind === 'only-in-file' && losesCounts(stored, file)) return 'cleared';
  const isBehind = kind === 'only-in-file' || kind === 'differs';
  return isBehind && addsCounts(stored, file) ? 'fill' : kind;
}

/** The file has every count that is stored, and further ones. */
function addsCounts(stored: AnswerValue | null, file: AnswerValue | null): boolean {
  if (stored?.kind !== 'counts' || file?.kind !== 'counts') return false;
  return Object.entries(stored.counts).every(([key, count]) => file.counts[key] === count);
}

/** A count whose cell is empty keeps what is stored, unless the cell was filled when exported. */
function withKeptCounts(
  file: AnswerValue | null,
  stored: AnswerValue | null,
  base: AnswerValue | null,
): AnswerValue | null {
  if (file?.kind !== 'counts' || stored?.kind !== 'counts') return file;
  const exported = base?.kind === 'counts' ? base.counts : {};
  const kept = Object.entries(stored.counts).filter(
    ([key]) => !Object.hasOwn(file.counts, key) && !Object.hasOwn(exported, key),
  );
  return { kind: 'counts', counts: { ...Object.fromEntries(kept), ...file.counts } };
}

/** Taking it would empty something that is stored: the whole part, or a count of it. */
export function emptiesStored({
  stored,
  proposed,
}: PartDifference<AnswerValue> | PartDifference<string>): boolean {
  if (proposed === null) return stored !== null;
  if (typeof stored === 'string' || typeof proposed === 'string') return false;
  return losesCounts(stored, proposed);
}

function losesCounts(stored: AnswerValue | null, file: AnswerValue | null): boolean {
  if (stored?.kind !== 'counts' || file?.kind !== 'counts') return false;
  return Object.keys(stored.counts).some((key) => !Object.hasOwn(file.counts, key));
}

function compareNote(
  inFile: string | null,
  here: string,
  exported: string | undefined,
): PartDifference<string> {
  const stored = orNull(here);
  if (inFile === null)
    return { kind: stored === null ? 'same' : 'file-empty', stored, proposed: null };
  const base = exported === undefined ? undefined : orNull(exported);
  const file = orNull(inFile);
  return { kind: kindOf({ stored, file, base }, Object.is), stored, proposed: file };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Equal as answers: the order in which counts are written does not matter. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  if (a.kind === 'choice') return b.kind === 'choice' && a.letter === b.letter;
  if (a.kind === 'index') return b.kind === 'index' && a.index === b.index;
  if (b.kind !== 'counts') return false;
  const keys = Object.keys(a.counts);
  return (
    keys.length === Object.keys(b.counts).length &&
    keys.every((key) => Object.hasOwn(b.counts, key) && a.counts[key] === b.counts[key])
  );
}
