import { benches } from './benches.js';
import { linesOf } from './report.js';
import { median, verdictOf, atLeast, atMost, compare, type Outcome } from './outcome.js';
import { BENCHES, readOptions } from './settings.js';

/** A guard against hanging, never a measure. */
jest.setTimeout(180_000);

const side = (values: readonly number[]) => ({ does: 'something', values });

describe('every bench', () => {
  it.each(BENCHES)('%s gives numbers when asked for next to nothing', async (name) => {
    const outcomes = await benches[name]({ rounds: 1, scale: 0.01 });
    expect(outcomes.length).toBeGreaterThan(0);
    for (const outcome of outcomes) {
      expect(numbersOf(outcome).filter((value) => !(value > 0 && value < Infinity))).toEqual([]);
      expect(linesOf(outcome).join('\n')).not.toMatch(/NaN|undefined/);
    }
  });
});

function numbersOf(outcome: Outcome): readonly number[] {
  switch (outcome.kind) {
    case 'comparison':
      return [...outcome.ratios, ...outcome.product.values, ...outcome.yardstick.values];
    case 'figure':
      return outcome.values;
    case 'skipped':
      return [];
  }
}

describe('a ratio', () => {
  it('is made round by round and judged by its median', () => {
    const slow = compare('x', 'ms', side([10, 40, 30]), side([10, 10, 10]), atMost(2, 1));
    expect(slow.ratios).toEqual([1, 4, 3]);
    expect(verdictOf(slow)).toBe('MISSED (bar ≤ 2, aim ≤ 1)');
    expect(linesOf(slow)[0]).toBe('  x: 3 (1–4)  MISSED (bar ≤ 2, aim ≤ 1)');
  });

  it.each([
    [0.04, 'MISSED (bar ≥ 0.05, aim ≥ 0.08)'],
    [0.05, 'bar kept, aim missed (bar ≥ 0.05, aim ≥ 0.08)'],
    [0.08, 'reached (bar ≥ 0.05, aim ≥ 0.08)'],
  ])('of %s is judged in words', (ratio, words) => {
    const comparison = compare('x', 'ms', side([ratio]), side([1]), atLeast(0.05, 0.08));
    expect(verdictOf(comparison)).toBe(words);
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('median of %j is %s', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('the options', () => {
  it.each([
    [[], { only: BENCHES, rounds: 7 }],
    [['--only', 'page'], { only: ['page'], rounds: 7 }],
    [
      ['--only', 'score', '--only', 'save', '--rounds', '3'],
      { only: ['score', 'save'], rounds: 3 },
    ],
    [['--only', 'all'], '--only takes one of page, save, export, import, jobs, score, roll-up'],
    [['--rounds', '0'], '--rounds takes a whole number from 1 to 50'],
    [['--rounds'], '--rounds takes a whole number from 1 to 50'],
    [['--fast'], 'unknown option --fast; known: --only, --rounds'],
  ])('%j', (args, expected) => {
    expect(readOptions(args)).toEqual(expected);
  });
});
