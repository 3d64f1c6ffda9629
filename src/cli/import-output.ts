import { exactFromDecimal, exactToDecimal, type Exact } from '../domain/exact.js';
import type { IndicatorCode, Instrument } from '../domain/instrument/instrument.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import { answerToInput, type AnswerInput } from '../domain/scoring/answer-input.js';
import { scoreSheet } from '../domain/scoring/score-sheet.js';
import type { Comparison } from '../features/imports/compare-import.js';
import type { ImportResult } from '../features/imports/import-result.js';
import { answersAfter, type Selection } from '../features/imports/selection.js';
import { problemText } from '../text/messages.js';
import { defectText } from '../text/messages/workbook-defects.js';
import type { InvalidAnswer } from '../workbook/recognise/lke-reading.js';

const DIGITS = 6;

/**
 * What `import` prints, members in the documented order. `result` is null in a preview. `ourTotal`
 * is ours with what is taken; totals have up to six decimals, rounded half up.
 */
export function importOutput(
  instrument: Instrument,
  comparison: Comparison,
  selection: Selection,
  result: ImportResult | null,
): object {
  const { reading, differences, evidence } = comparison;
  const now = valuesOf(comparison);
  const after = answersAfter(instrument, comparison, selection);
  const inFile = new Map(
    reading.rows.flatMap(({ code, value }) => (value === null ? [] : [[code, value] as const])),
  );
  return {
    recognised: reading.rows.length,
    changed: changedAnswers(instrument, now, after),
    missing: reading.missing,
    unrecognised: reading.unrecognised,
    invalid: reading.invalid.map(invalidOutput),
    defects: reading.defects.map((one) => ({
      kind: one.kind,
      cell: one.cell,
      message: defectText(one),
    })),
    fileTotal: fileDecimal(reading.fileTotal),
    ourTotal: decimal(scoreSheet(instrument, after).total),
    applied: result?.answers.length ?? 0,
    storedTotal: decimal(scoreSheet(instrument, now).total),
    fileScore: decimal(scoreSheet(instrument, inFile).total),
    notes: changedNotes(comparison, selection),
    evidence: evidence.offers
      .filter(({ key }) => selection.evidence.has(key))
      .map(({ code, cell, name, url, entry }) => ({
        code,
        cell,
        name,
        url,
        isNew: entry === null,
      })),
    inTwoPlaces: differences
      .filter(({ answer, note }) => answer.kind === 'both' || note.kind === 'both')
      .map(({ code }) => code),
    sheet: reading.sheet,
    layout: reading.layout,
  };
}

type Values = ReadonlyMap<IndicatorCode, AnswerValue>;

function valuesOf({ stored }: Comparison): Values {
  return new Map(
    [...stored.values()].flatMap(({ code, value }) =>
      value === null ? [] : [[code, value] as const],
    ),
  );
}

interface Changed {
  readonly code: IndicatorCode;
  readonly old: AnswerInput | null;
  readonly new: AnswerInput | null;
}

function changedAnswers(instrument: Instrument, now: Values, after: Values): Changed[] {
  return instrument.indicators.flatMap(({ code }): Changed[] => {
    const [before, then] = [now.get(code), after.get(code)];
    if (JSON.stringify(before) === JSON.stringify(then)) return [];
    return [{ code, old: inputOf(before), new: inputOf(then) }];
  });
}

function inputOf(value: AnswerValue | undefined): AnswerInput | null {
  return value === undefined ? null : answerToInput(value);
}

function changedNotes({ differences }: Comparison, selection: Selection) {
  return differences.flatMap(({ code, note }) =>
    selection.notes.has(code) ? [{ code, old: note.stored, new: note.proposed }] : [],
  );
}

function invalidOutput({ cell, code, value, reason, args }: InvalidAnswer) {
  const problem =
    args === undefined ? { field: code, code: reason } : { field: code, code: reason, args };
  return { cell, code, value, reason: problemText(problem) };
}

/** A stored result has up to seventeen digits, of which the last are those of a double. */
function fileDecimal(total: string | null): string | null {
  const short = total === null ? undefined : /^-?\d{1,15}(?:\.\d{1,15})?/.exec(total)?.[0];
  return short === undefined ? null : decimal(exactFromDecimal(short));
}

function decimal(value: Exact): string {
  return exactToDecimal(value, DIGITS, 'half-up');
}
