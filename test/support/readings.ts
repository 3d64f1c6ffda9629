import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { LkeReading } from '../../src/workbook/recognise/lke-reading.js';
import { recogniseLke } from '../../src/workbook/recognise/recognise-lke.js';
import type { RawSheet, RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import { instrument } from '../workbook/sample-input.js';

/** The reading of a file that must be readable. */
export function reading(raw: RawWorkbook | RawSheet, sheet?: string): LkeReading {
  const workbook = 'sheets' in raw ? raw : { sheets: [raw] };
  const outcome = recogniseLke(workbook, instrument, sheet === undefined ? {} : { sheet });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Answers by code in a form that can be compared; unanswered ones are absent. */
export function answersIn({ rows }: LkeReading): Record<string, unknown> {
  return Object.fromEntries(
    rows.flatMap(({ code, value }) => (value === null ? [] : [[code, value] as const])),
  );
}

export function asRecord(answers: ReadonlyMap<string, AnswerValue>): Record<string, unknown> {
  return Object.fromEntries(answers);
}

export function kindsIn({ defects }: LkeReading): string[] {
  return [...new Set(defects.map(({ kind }) => kind))].sort();
}
