import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';
import type { FoundSheet } from './find-sheet.js';
import { cellName, textIn } from './grid.js';
import type { InvalidAnswer, LkeReading, ReadRow } from './lke-reading.js';
import { answerIn } from './read-answers.js';
import { evidenceOf, type OwnEvidence } from './read-evidence.js';
import { shareCounts } from './share-counts.js';
import { shownWords } from './shown-text.js';

const SHOWN_OF_LONG = 60;

/** Everything the rows of a worksheet say, by indicator. */
export function readRows(
  found: FoundSheet,
  instrument: Instrument,
  own: OwnEvidence,
): Pick<LkeReading, 'rows' | 'missing' | 'invalid'> {
  const read = instrument.indicators.map((indicator) => ({
    indicator,
    row: readRow(found, indicator, own),
  }));
  const rows = read.flatMap(({ row }) => (row === null ? [] : [row.row]));
  const invalid = read.flatMap(({ row }) => row?.invalid ?? []);
  return {
    // Our own export has it in both places already, or in none.
    rows: own === null ? shareCounts(rows, invalid, instrument) : rows,
    missing: read.flatMap(({ indicator, row }) => (row === null ? [indicator.code] : [])),
    invalid,
  };
}

/** The file's rows of an indicator: its own and, of a numeric one, those of its counts. */
function rowsOf({ matches }: FoundSheet, indicator: Indicator): number[] {
  const keys = indicator.type === 'counts' ? indicator.inputs.map(({ key }) => `:${key}`) : [];
  return ['', ...keys].flatMap((key) => matches.rowOf.get(`${indicator.code}${key}`)?.row ?? []);
}

function readRow(
  found: FoundSheet,
  indicator: Indicator,
  own: OwnEvidence,
): { readonly row: ReadRow; readonly invalid: readonly InvalidAnswer[] } | null {
  const answer = answerIn(found, indicator);
  if (answer === null) return null;
  const rows = rowsOf(found, indicator);
  const note = noteOf(found, indicator, rows);
  const line = found.matches.rowOf.get(indicator.code);
  const row: ReadRow = {
    code: indicator.code,
    cell: answer.cell,
    value: answer.value,
    note: note.text,
    evidence: evidenceOf(found, indicator.code, rows, own),
    question: line === undefined ? null : normaliseText(line.text),
    criteria: line === undefined ? null : criteriaOf(found, line.row),
  };
  return { row, invalid: [...answer.invalid, ...note.invalid] };
}

/** Notes beside single counts belong to the indicator too. */
function noteOf(
  { grid, columns }: FoundSheet,
  { code }: Indicator,
  rows: readonly number[],
): { readonly text: string | null; readonly invalid: readonly InvalidAnswer[] } {
  const { note } = columns;
  if (note === null) return { text: null, invalid: [] };
  const texts = rows.map((row) => normaliseText(shownWords(grid.at(row, note))));
  const text = texts.filter((one) => one !== '').join('\n');
  if (!isTooLong(text)) return { text, invalid: [] };
  const report = { cell: cellName(rows[0] ?? 0, note), code, value: text.slice(0, SHOWN_OF_LONG) };
  const args = { max: MAX_LENGTH };
  return { text: null, invalid: [{ ...report, reason: 'note-too-long', args }] };
}

function criteriaOf({ grid, columns }: FoundSheet, row: number): string | null {
  if (columns.criteria === null) return null;
  const text = normaliseText(textIn(grid.shown(row, columns.criteria)));
  return text === '' ? null : text;
}
