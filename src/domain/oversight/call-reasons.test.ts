import { callReasons, type CallFacts, type CallRule } from './call-reasons.js';

const rule = (code: CallRule['code'], days: number): CallRule => ({ code, days, source: '' });
const RULES = [
  rule('overdue', 0),
  rule('stalled', 14),
  rule('unfilled-near-deadline', 7),
  rule('failing-near-deadline', 14),
  rule('returned-waiting', 5),
];
const calm: CallFacts = {
  stage: 'pengisian',
  answered: 113,
  of: 113,
  failedGates: 0,
  idleDays: 0,
  daysLeft: 30,
  daysSinceReturn: null,
};
const reasons = (changed: Partial<CallFacts>): string[] =>
  callReasons({ ...calm, ...changed }, RULES).map(({ code, count }) => `${code} ${count}`);

describe('who needs a call', () => {
  it.each<[string, Partial<CallFacts>, string[]]>([
    ['nobody where all is well', {}, []],
    ['whoever is past the date', { daysLeft: -3 }, ['overdue 3']],
    ['not on the day itself', { daysLeft: 0 }, []],
    ['whoever stands still for so many days', { idleDays: 14 }, ['stalled 14']],
    ['not a day earlier', { idleDays: 13 }, []],
    [
      'whoever has blanks near the date',
      { daysLeft: 7, answered: 100 },
      ['unfilled-near-deadline 13'],
    ],
    ['not while there is time', { daysLeft: 8, answered: 100 }, []],
    [
      'whoever misses gates near the date',
      { daysLeft: 14, failedGates: 2 },
      ['failing-near-deadline 2'],
    ],
    ['whoever sits on a return', { daysSinceReturn: 5 }, ['returned-waiting 5']],
    ['not the satker once it is handed in', { stage: 'tpi', daysLeft: 3, answered: 1 }, []],
    ['nobody once the attempt is over', { stage: 'ditetapkan', idleDays: 99, daysLeft: -9 }, []],
    ['nobody about a date that is not set', { daysLeft: null, answered: 0, failedGates: 9 }, []],
  ])('%s', (_, facts, expected) => {
    expect(reasons(facts)).toEqual(expected);
  });

  it('gives every reason in the order of the rules', () => {
    expect(reasons({ daysLeft: -1, idleDays: 20, daysSinceReturn: 9 })).toEqual([
      'overdue 1',
      'stalled 20',
      'returned-waiting 9',
    ]);
  });
});
