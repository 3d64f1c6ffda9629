import * as fc from 'fast-check';
import { instrument, ruleset } from '../../../test/support/shipped.js';
import { anySheet, fullInput, toAnswers, type SheetInput } from '../../../test/support/sheets.js';
import { atLeast } from '../exact.js';
import { scoreSheet } from '../scoring/score-sheet.js';
import { TARGETS, type GateCode, type GateResult, type Target } from './gate.js';
import { judge, judgeAll } from './gates.js';

function gateOf(target: Target, code: GateCode, changes: SheetInput): GateResult {
  const score = scoreSheet(instrument, toAnswers({ ...fullInput('best'), ...changes }));
  const found = judge(ruleset, target, score).items.find((item) => item.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('gates', () => {
  it.each([
    ['ipak at 3,60 passes', 'wbk', 'ipak', { 'B.I.a': '3,60' }, true, '0'],
    ['ipak at 3,59 fails by 7/160', 'wbk', 'ipak', { 'B.I.a': '3,59' }, false, '7/160'],
    ['ipkp at 3,20 is enough for WBK', 'wbk', 'hasil-prima', { 'B.II.a': '3,20' }, true, '0'],
    ['ipkp at 3,20 is not for WBBM', 'wbbm', 'hasil-prima', { 'B.II.a': '3,20' }, false, '7/4'],
    ['kinerja at B is enough for WBBM', 'wbbm', 'kinerja', { 'B.I.b': 'B' }, true, '0'],
    ['kinerja at C is not', 'wbbm', 'kinerja', { 'B.I.b': 'C' }, false, '5/4'],
    [
      'hasil-bersih joins both',
      'wbk',
      'hasil-bersih',
      { 'B.I.a': '3', 'B.I.b': 'A' },
      false,
      '1/8',
    ],
  ] as const)('%s', (_title, target, code, changes, passed, short) => {
    const found = gateOf(target, code, changes);
    expect([found.passed, found.short.toFraction()]).toEqual([passed, short]);
  });

  it('say in points what an area is short of', () => {
    const area = gateOf('wbk', 'area-5', {
      ...Object.fromEntries(
        Object.keys(fullInput('worst'))
          .filter((code) => code.startsWith('A.I.5.'))
          .map((code) => [code, fullInput('worst')[code]]),
      ),
    });
    expect(area.value.toFraction()).toBe('1/2');
    expect(area.short.toFraction()).toBe('1/10');
    expect(area.shortPoints.toFraction()).toBe('3/2');
  });

  it('are all independent: one that fails fails the predikat', () => {
    const score = scoreSheet(instrument, toAnswers({ ...fullInput('best'), 'B.I.b': 'D' }));
    const { wbk } = judgeAll(ruleset, score);
    expect(score.total.toString()).toBe('96.25');
    expect(wbk.items.filter((item) => !item.passed).map((item) => item.code)).toEqual(['kinerja']);
    expect(wbk.passed).toBe(false);
  });

  it('pass exactly where value ≥ minimum, and value + short reaches it', () => {
    fc.assert(
      fc.property(anySheet(), (answers) => {
        const reports = judgeAll(ruleset, scoreSheet(instrument, answers));
        for (const item of TARGETS.flatMap((target) => reports[target].items)) {
          expect(item.passed).toBe(atLeast(item.value, item.minimum));
          expect(item.passed).toBe(item.short.equals(0));
          if (!item.passed) expect(item.value.add(item.short).equals(item.minimum)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('let a WBBM sheet pass every WBK gate', () => {
    fc.assert(
      fc.property(anySheet(), (answers) => {
        const { wbk, wbbm } = judgeAll(ruleset, scoreSheet(instrument, answers));
        wbbm.items.forEach((item, position) => {
          if (item.passed) expect(wbk.items[position]?.passed).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});
