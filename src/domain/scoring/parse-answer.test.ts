import * as fc from 'fast-check';
import { instrument } from '../../../test/support/shipped.js';
import { anyAnswer } from '../../../test/support/sheets.js';
import type { Indicator, IndicatorCode } from '../instrument/instrument.js';
import { answerToInput } from './answer-input.js';
import { ANSWER_PROBLEM_CODES } from './answer-problem.js';
import { parseAnswer } from './parse-answer.js';

function indicator(code: string): Indicator {
  const found = instrument.byCode.get(code as IndicatorCode);
  if (found === undefined) throw new Error(code);
  return found;
}

/** The problems as "field code", or the answer. */
function parsed(code: string, raw: unknown, blank: 'refused' | 'unanswered' = 'refused'): unknown {
  const result = parseAnswer(indicator(code), raw, blank);
  return result.ok ? result.answer : result.problems.map((p) => `${p.field} ${p.code}`);
}

const YES = 'A.I.1.i.a';
const ABC = 'A.I.1.i.b';
const AGENTS = 'A.II.1.i.a';
const LHKPN = 'A.II.5.iii.a';
const IPAK = 'B.I.a';

describe('letters', () => {
  it.each([
    [YES, 'Ya', 'Ya'],
    [YES, ' ya ', 'Ya'],
    [YES, 'TIDAK', 'Tidak'],
    [YES, '\u00a0tidak\n', 'Tidak'],
    [ABC, 'c', 'C'],
    ['A.I.4.i.c', 'd', 'D'],
    ['B.I.b', 'E', 'E'],
  ])('%s takes %j as %s', (code, raw, letter) => {
    expect(parsed(code, raw)).toEqual({ kind: 'choice', letter });
  });

  it.each([
    [YES, 'A'],
    [YES, 'Y'],
    [ABC, 'D'],
    [ABC, 'Ya'],
    [ABC, 'AB'],
    ['A.I.4.i.c', 'E'],
    [ABC, ''],
    [ABC, '  '],
    [ABC, 1],
    [YES, true],
    [YES, ['Ya']],
    [YES, { letter: 'Ya' }],
  ])('%s refuses %j', (code, raw) => {
    expect(parsed(code, raw)).toEqual([`${code} not-on-scale`]);
  });

  it('says what is allowed', () => {
    const result = parseAnswer(indicator(ABC), 'D', 'refused');
    expect(result).toMatchObject({ problems: [{ args: { allowed: 'A/B/C' } }] });
  });
});

describe('counts', () => {
  it.each([
    ['numbers', { agen: 7, perubahan: 0 }, { agen: 7, perubahan: 0 }],
    ['digits with spaces around', { agen: ' 7 ', perubahan: '07' }, { agen: 7, perubahan: 7 }],
    [
      'the largest',
      { agen: 999_999_999, perubahan: '999999999' },
      { agen: 999_999_999, perubahan: 999_999_999 },
    ],
    ['one of two', { agen: 7 }, { agen: 7 }],
    ['one of two and null', { agen: 7, perubahan: null }, { agen: 7 }],
  ])('take %s', (_title, raw, counts) => {
    expect(parsed(AGENTS, raw)).toEqual({ kind: 'counts', counts });
  });

  it.each([
    ['1.234', 'count-not-whole'],
    ['1,5', 'count-not-whole'],
    ['1 234', 'count-not-whole'],
    ['1/2', 'count-not-whole'],
    ['1e3', 'count-not-whole'],
    ['+1', 'count-not-whole'],
    ['0x1F', 'count-not-whole'],
    ['٣', 'count-not-whole'],
    ['tujuh', 'count-not-whole'],
    ['', 'count-not-whole'],
    [' ', 'count-not-whole'],
    [1.5, 'count-not-whole'],
    [1e21, 'count-not-whole'],
    [true, 'count-not-whole'],
    [['7'], 'count-not-whole'],
    ['-1', 'count-negative'],
    [-1, 'count-negative'],
    ['1000000000', 'count-too-large'],
    [1_000_000_000, 'count-too-large'],
    ['9'.repeat(40), 'count-too-large'],
    ['9'.repeat(5000), 'count-not-whole'],
  ])('refuse %j', (raw, code) => {
    expect(parsed(AGENTS, { agen: raw, perubahan: 1 })).toEqual([`${AGENTS}:agen ${code}`]);
  });

  it('ignore a given total, whatever it holds', () => {
    const raw = { kepala: 1, pejabat: 2, lainnya: 3, wajib: 'x', lapor: 6 };
    const counts = { kepala: 1, pejabat: 2, lainnya: 3, lapor: 6 };
    expect(parsed(LHKPN, raw)).toEqual({ kind: 'counts', counts });
  });

  it('report every wrong count', () => {
    expect(parsed(AGENTS, { agen: '-1', perubahan: '1,5', lain: 1 })).toEqual([
      `${AGENTS}:lain unknown-count`,
      `${AGENTS}:agen count-negative`,
      `${AGENTS}:perubahan count-not-whole`,
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('refuse a count named %s', (key) => {
    const raw: unknown = JSON.parse(`{"agen":1,"perubahan":1,"${key}":1}`);
    expect(parsed(AGENTS, raw)).toEqual([`${AGENTS}:${key} unknown-count`]);
  });

  it.each(['7', 7, ['7'], true])('refuse %j in place of the counts', (raw) => {
    expect(parsed(AGENTS, raw)).toEqual([`${AGENTS} counts-expected`]);
  });
});

describe('the index', () => {
  it.each([
    ['3,60', '3.6'],
    ['3.60', '3.6'],
    [' 4 ', '4'],
    ['4,000', '4'],
    ['0', '0'],
    ['0,0', '0'],
    ['3.599999999999999', '3.599999999999999'],
    [3.6, '3.6'],
    [4, '4'],
  ])('takes %j as %s', (raw, index) => {
    expect(parsed(IPAK, raw)).toEqual({ kind: 'index', index });
  });

  it.each([
    ['1/2', 'index-not-a-number'],
    [' ', 'index-not-a-number'],
    ['', 'index-not-a-number'],
    ['3,,6', 'index-not-a-number'],
    ['3,6,0', 'index-not-a-number'],
    ['3.6.0', 'index-not-a-number'],
    ['3.,6', 'index-not-a-number'],
    [',6', 'index-not-a-number'],
    ['3,', 'index-not-a-number'],
    ['3e0', 'index-not-a-number'],
    ['+3', 'index-not-a-number'],
    ['A', 'index-not-a-number'],
    [true, 'index-not-a-number'],
    [{ index: 3 }, 'index-not-a-number'],
    [1e-7, 'index-not-a-number'],
    ['4,01', 'index-out-of-range'],
    ['4.000000000000001', 'index-out-of-range'],
    ['40', 'index-out-of-range'],
    ['-1', 'index-out-of-range'],
    ['-0,5', 'index-out-of-range'],
    [-1, 'index-out-of-range'],
    ['3.5999999999999999', 'index-too-precise'],
    [`3.${'0'.repeat(5000)}`, 'index-not-a-number'],
  ])('refuses %j', (raw, code) => {
    expect(parsed(IPAK, raw)).toEqual([`${IPAK} ${code}`]);
  });
});

describe('nothing typed', () => {
  it.each([YES, AGENTS, IPAK])('%s: null and absent are unanswered', (code) => {
    expect([parsed(code, null), parsed(code, undefined)]).toEqual([null, null]);
  });

  it.each([YES, AGENTS, IPAK])('%s: blank text is unanswered in a form', (code) => {
    expect([parsed(code, '', 'unanswered'), parsed(code, ' \t', 'unanswered')]).toEqual([
      null,
      null,
    ]);
  });

  it('blank counts of a form are not typed', () => {
    const one = parsed(AGENTS, { agen: '7', perubahan: ' ' }, 'unanswered');
    expect(one).toEqual({ kind: 'counts', counts: { agen: 7 } });
    expect(parsed(AGENTS, { agen: '', perubahan: '' }, 'unanswered')).toBeNull();
    expect(parsed(AGENTS, {}, 'refused')).toBeNull();
  });
});

describe('parsing', () => {
  it('reads back every answer it is given', () => {
    const any = fc
      .constantFrom(...instrument.indicators)
      .chain((each) => fc.tuple(fc.constant(each), anyAnswer(each)));
    fc.assert(
      fc.property(any, ([each, answer]) => {
        const typed: unknown = JSON.parse(JSON.stringify(answerToInput(answer)));
        expect(parseAnswer(each, typed, 'refused')).toEqual({ ok: true, answer });
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and refuses with known codes only', () => {
    const codes: readonly string[] = ANSWER_PROBLEM_CODES;
    fc.assert(
      fc.property(fc.constantFrom(...instrument.indicators), fc.anything(), (each, raw) => {
        const result = parseAnswer(each, raw, 'refused');
        if (result.ok) return;
        for (const problem of result.problems) {
          expect(codes).toContain(problem.code);
          expect(problem.field.startsWith(each.code)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
