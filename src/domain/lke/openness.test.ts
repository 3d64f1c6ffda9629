import type { Indicator, IndicatorCode } from '../instrument/instrument.js';
import { closedReason, isOpenFor, nextReturned, openIndicators } from './openness.js';
import { STAGES } from './stages.js';

const A = 'A.I.1.i.a' as IndicatorCode;
const B = 'A.I.1.i.b' as IndicatorCode;

describe('indicators open for the satker', () => {
  it.each(STAGES.filter((stage) => stage !== 'pengisian'))('are none at %s', (stage) => {
    expect(openIndicators(stage, null)).toBe('none');
    expect(openIndicators(stage, { codes: [A] })).toBe('none');
  });

  it('are all while the LKE is first filled', () => {
    expect(openIndicators('pengisian', null)).toBe('all');
  });

  it('are all after a return that opens all', () => {
    expect(openIndicators('pengisian', { codes: null })).toBe('all');
  });

  it('are those the return names, and nothing else', () => {
    const open = openIndicators('pengisian', { codes: [A] });
    expect([A, B].map((code) => isOpenFor(open, code))).toEqual([true, false]);
  });

  it('are closed for a reason that says which', () => {
    expect(closedReason('none', A)).toBe('locked');
    expect(closedReason(new Set([A]), B)).toBe('not-returned');
    expect(closedReason(new Set([A]), A)).toBeNull();
  });
});

describe('the next indicator that came back', () => {
  const order = [A, B, 'A.I.1.ii.a' as IndicatorCode].map((code) => ({ code }) as Indicator);
  const named = new Set([A, B]);
  const all = (): boolean => true;

  it('is the one behind, and from the top again', () => {
    expect(nextReturned(order, named, all, A)?.code).toBe(B);
    expect(nextReturned(order, named, all, B)?.code).toBe(A);
  });

  it('is none where it is the only one, or nobody gave it to this person', () => {
    expect(nextReturned(order, new Set([A]), all, A)).toBeNull();
    expect(nextReturned(order, named, ({ code }) => code !== B, A)).toBeNull();
  });

  it.each(['all', 'none'] as const)('is none where %s are open', (openness) => {
    expect(nextReturned(order, openness, all, A)).toBeNull();
  });
});
