import * as fc from 'fast-check';
import { recompute, type Ratio } from '../../../test/support/recompute.js';
import { instrument } from '../../../test/support/shipped.js';
import { anySheet, toAnswers, toInput } from '../../../test/support/sheets.js';
import { exactToStored, sum, type Exact } from '../exact.js';
import type { Indicator, IndicatorCode } from '../instrument/instrument.js';
import type { Answers, AnswerValue } from './answer.js';
import { scoreSheet } from './score-sheet.js';

const total = (answers: Answers): Exact => scoreSheet(instrument, answers).total;

function sameRatio(value: Exact | undefined, ratio: Ratio): boolean {
  return value !== undefined && value.s * value.n * ratio.d === ratio.n * value.d;
}

/** Answers to one indicator, worst first; each is worth at least as much as the one before. */
function ladder(indicator: Indicator): AnswerValue[] {
  if (indicator.type === 'choice') {
    const letters = indicator.options.map((option) => option.letter).reverse();
    return letters.map((letter) => ({ kind: 'choice', letter }));
  }
  if (indicator.type === 'index') {
    return ['0', '1.5', '3.2', '3.6', '4'].map((index) => ({ kind: 'index', index }));
  }
  const { formula } = indicator;
  const typed = indicator.inputs.filter((input) => input.computedFrom === null);
  const grows = formula.kind === 'ratio' ? formula.numerator : formula.now;
  const steps = [0, 1, 4, 9, 10].map((count) =>
    Object.fromEntries(typed.map(({ key }) => [key, key === grows ? count : 10])),
  );
  const rising = formula.kind === 'ratio' ? steps : steps.reverse();
  return rising.map((counts) => ({ kind: 'counts', counts }));
}

describe('the score of a sheet', () => {
  it('equals an independent computation from the raw instrument', () => {
    fc.assert(
      fc.property(anySheet(), (answers) => {
        const score = scoreSheet(instrument, answers);
        const again = recompute(toInput(answers));
        expect(score.answered).toBe(again.answered);
        expect(sameRatio(score.total, again.total)).toBe(true);
        for (const area of score.areas) {
          expect(sameRatio(area.score, again.areas[area.key] ?? { n: -1n, d: 1n })).toBe(true);
        }
        for (const [code, ratio] of Object.entries(again.groups)) {
          const points = score.subcomponents.get(code) ?? score.hasil.parts.get(code);
          expect([code, sameRatio(points, ratio)]).toEqual([code, true]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the sum of its parts at every level and at most 100', () => {
    fc.assert(
      fc.property(anySheet(), (answers) => {
        const score = scoreSheet(instrument, answers);
        const byIndicator = sum([...score.indicators.values()].map((each) => each.points));
        const bySub = sum([...score.subcomponents.values(), ...score.hasil.parts.values()]);
        const byArea = sum(score.areas.map((area) => area.score)).add(score.hasil.score);
        const byHalf = score.pemenuhan.add(score.reform).add(score.hasil.score);
        for (const other of [byIndicator, bySub, byArea, byHalf]) {
          expect(exactToStored(other)).toBe(exactToStored(score.total));
        }
        expect(score.total.compare(0)).toBeGreaterThanOrEqual(0);
        expect(score.total.compare(100)).toBeLessThanOrEqual(0);
        expect(score.answered).toBeLessThanOrEqual(score.of);
      }),
      { numRuns: 60 },
    );
  });

  it('never falls when one answer is bettered', () => {
    const step = fc
      .constantFrom(...instrument.indicators)
      .chain((each) => fc.tuple(fc.constant(each), fc.nat(ladder(each).length - 2)));
    fc.assert(
      fc.property(anySheet(), step, (answers, [indicator, rung]) => {
        const [worse, better] = ladder(indicator).slice(rung);
        if (worse === undefined || better === undefined) throw new Error(indicator.code);
        const before = total(new Map(answers).set(indicator.code, worse));
        const after = total(new Map(answers).set(indicator.code, better));
        expect(after.compare(before)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the answers nor on an earlier computation', () => {
    fc.assert(
      fc.property(anySheet(), (answers) => {
        const reversed = new Map([...answers].reverse());
        expect(exactToStored(total(reversed))).toBe(exactToStored(total(answers)));
        expect(exactToStored(total(toAnswers(toInput(answers))))).toBe(
          exactToStored(total(answers)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('counts an answer that is not computable as filled', () => {
    const answers = toAnswers({ 'A.II.1.i.a': { agen: 0, perubahan: 0 } });
    const score = scoreSheet(instrument, answers);
    expect([score.answered, score.total.toString()]).toEqual([1, '0']);
  });

  it('does not fill a count that is asked twice from its other place', () => {
    const input = { 'A.II.1.i.a': { agen: 7, perubahan: 7 }, 'A.II.1.i.b': { terintegrasi: 7 } };
    const score = scoreSheet(instrument, toAnswers(input));
    expect(score.indicators.get('A.II.1.i.b' as IndicatorCode)?.state).toBe('unanswered');
  });

  it('refuses an answer to an indicator of another instrument', () => {
    const stray: Answers = new Map([
      ['A.I.9.i.a' as IndicatorCode, { kind: 'choice', letter: 'A' }],
    ]);
    expect(() => scoreSheet(instrument, stray)).toThrow('A.I.9.i.a');
  });
});
