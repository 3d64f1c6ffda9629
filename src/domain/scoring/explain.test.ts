import { instrument } from '../../../test/support/shipped.js';
import type { IndicatorCode } from '../instrument/instrument.js';
import type { AnswerValue } from './answer.js';
import { explainIndicator, type Explanation } from './explain.js';

function explain(code: string, answer: AnswerValue | null): Explanation {
  return explainIndicator(instrument, code as IndicatorCode, answer);
}

const letter = (text: string): AnswerValue => ({ kind: 'choice', letter: text });
const typed = (counts: Record<string, number>): AnswerValue => ({ kind: 'counts', counts });

describe('the explanation of a choice', () => {
  it.each([
    ['B of A/B/C: 0.5, half of 0.25, A adds the rest', 'A.I.1.i.b', 'B', '1/2', '1/8', 'A', '1/8'],
    ['the best option has no next', 'A.I.1.i.b', 'A', '1', '1/4', null, null],
    ['C of A-D is 0.33, B adds 0.34 of 5/6', 'A.I.4.i.c', 'C', '33/100', '11/40', 'B', '17/60'],
    ['Tidak is 0, Ya adds all', 'A.I.1.i.a', 'Tidak', '0', '0', 'Ya', '1/4'],
    [
      'unanswered is 0, the lowest option worth something is next',
      'B.I.b',
      null,
      '0',
      '0',
      'D',
      '5/4',
    ],
  ])('%s', (_title, code, chosen, value, points, next, adds) => {
    const found = explain(code, chosen === null ? null : letter(chosen));
    if (found.type !== 'choice') throw new Error(found.type);
    expect(found.chosen?.letter ?? null).toBe(chosen);
    expect([found.value.toFraction(), found.points.toFraction()]).toEqual([value, points]);
    expect(found.next?.option.letter ?? null).toBe(next);
    expect(found.next?.adds.toFraction() ?? null).toBe(adds);
    expect(found.points.add(found.missingPoints).equals(found.fullPoints)).toBe(true);
  });
});

describe('the explanation of counts', () => {
  it.each([
    ['2 of 7 changes', 'A.II.1.i.a', { agen: 7, perubahan: 2 }, [2, 7, '2/7', false], '5/7', null],
    [
      '8 of 7 changes, capped',
      'A.II.1.i.a',
      { agen: 7, perubahan: 8 },
      [8, 7, '8/7', true],
      '0',
      null,
    ],
    [
      'a rise of offences, capped at 0',
      'A.II.3.iii.a',
      { tahun_lalu: 2, tahun_ini: 3, disanksi: 0 },
      [-1, 2, '-1/2', true],
      '2',
      null,
    ],
    [
      'a total computed',
      'A.II.5.iii.a',
      { kepala: 1, pejabat: 1, lainnya: 2, lapor: 3 },
      [3, 4, '3/4', false],
      '1/4',
      null,
    ],
    ['no agents', 'A.II.1.i.a', { agen: 0, perubahan: 2 }, null, '1', 'not-computable'],
    [
      'nihil complaints',
      'A.II.5.ii.a',
      { harus: 0, proses: 0, selesai: 0 },
      null,
      '0',
      'nihil-complaints',
    ],
    ['a count missing', 'A.II.1.i.a', { agen: 7 }, null, '1', null],
  ])('%s', (_title, code, counts: Record<string, number>, division, missing, appRule) => {
    const found = explain(code, typed(counts));
    if (found.type !== 'counts') throw new Error(found.type);
    const { numerator, denominator, ratio, capped } = found.division ?? {};
    const shown =
      found.division === null ? null : [numerator, denominator, ratio?.toFraction(), capped];
    expect(shown).toEqual(division);
    expect([found.missingPoints.toFraction(), found.appRule]).toEqual([missing, appRule]);
  });
});

describe('the explanation of an index', () => {
  it('shows the index, its maximum and what one point of it brings', () => {
    const found = explain('B.I.a', { kind: 'index', index: '3.6' });
    if (found.type !== 'index') throw new Error(found.type);
    expect([found.index, found.maximum.toString()]).toEqual(['3.6', '4']);
    expect(found.points.toFraction()).toBe('63/4');
    expect(found.pointsPerIndex.toFraction()).toBe('35/8');
    expect(found.missingPoints.toFraction()).toBe('7/4');
  });

  it('shows nothing typed as null', () => {
    expect(explain('B.II.a', null)).toMatchObject({ state: 'unanswered', index: null });
  });
});

describe('what cannot be explained', () => {
  it('an unknown code throws', () => {
    expect(() => explain('A.I.9.i.a', null)).toThrow('A.I.9.i.a');
  });

  it.each([
    ['counts for a choice', 'A.I.1.i.a', typed({ agen: 1 })],
    ['a letter for counts', 'A.II.1.i.a', letter('A')],
    ['a letter off the scale', 'A.I.1.i.b', letter('D')],
    ['an index above 4', 'B.I.a', { kind: 'index', index: '4.01' } as const],
    ['a letter for an index', 'B.I.a', letter('A')],
  ])('%s throws', (_title, code, answer) => {
    expect(() => explain(code, answer)).toThrow(code);
  });
});
