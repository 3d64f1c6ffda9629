import { compareReading, sameAnswer } from '../../src/domain/exchange/compare-reading.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { shareCounts } from '../../src/domain/scoring/share-counts.js';
import { scoreSheet } from '../../src/domain/scoring/score-sheet.js';
import { rawExport, rawOfficial, valuesOf } from '../support/raw-lke.js';
import { reading } from '../support/readings.js';
import { CASES } from './cases.js';
import { answers, best, instrument } from './sample-input.js';

type Values = ReadonlyMap<IndicatorCode, AnswerValue>;

/** Sheets that matter: every answer at its worst, exactly on the gates, half filled, … */
const EVERY_CASE = (['lampiran-iii', 'portalrb'] as const).flatMap((layout) =>
  Object.entries(CASES).map(([name, sheet]) => [layout, name, sheet] as const),
);

const BEST = agreed(valuesOf(answers(instrument, best)));

/** As the product stores it: a count that is asked twice is one count. */
function agreed(values: Values): Values {
  const entries = [...values].map(([code, value]) => ({ code, value, note: '' }));
  const shared = shareCounts(instrument, entries, new Map());
  return new Map(shared.flatMap(({ code, value }) => (value === null ? [] : [[code, value]])));
}

function differencesOf({ rows }: ReturnType<typeof reading>, stored: Values) {
  const file = rows.map((row) => ({ ...row, isInvalid: false }));
  const standing = new Map(
    [...stored].map(([code, value]) => [code, { value, note: '', version: 1 }]),
  );
  return compareReading(instrument, { file, stored: standing, base: new Map() });
}

/** What stands after everything that differs was taken. */
function taken(differences: ReturnType<typeof differencesOf>, stored: Values): Values {
  const after = new Map(stored);
  for (const { code, answer } of differences) {
    if (answer.proposed !== null) after.set(code, answer.proposed);
  }
  return after;
}

describe('a filled worksheet beside what is stored', () => {
  it.each(EVERY_CASE)('%s, %s: fills an empty LKE to the same score', async (layout, _, sheet) => {
    const wanted = agreed(valuesOf(sheet));
    const differences = differencesOf(
      reading(await rawExport({ layout, answers: { mandiri: sheet } })),
      new Map(),
    );
    const kinds = new Map(differences.map(({ code, answer }) => [code, answer.kind]));
    for (const { code } of instrument.indicators) {
      expect([code, kinds.get(code)]).toEqual([code, wanted.has(code) ? 'fill' : 'same']);
    }
    const after = scoreSheet(instrument, taken(differences, new Map()));
    expect(after.total.equals(scoreSheet(instrument, wanted).total)).toBe(true);
  });

  it.each(EVERY_CASE)('%s, %s: differs exactly where the best does', async (layout, _, sheet) => {
    const official = await rawOfficial({ layout, answers: { mandiri: sheet } });
    const wanted = agreed(valuesOf(sheet));
    const found = differencesOf(reading(official), BEST)
      .filter(({ answer }) => answer.kind === 'differs')
      .map(({ code }) => code);
    const expected = instrument.indicators
      .map(({ code }) => [code, wanted.get(code), BEST.get(code)] as const)
      .filter(
        ([, file, stored]) =>
          file !== undefined && stored !== undefined && !sameAnswer(file, stored),
      )
      .map(([code]) => code);
    expect(found).toEqual(expected);
  });
});
