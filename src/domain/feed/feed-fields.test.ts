import { instrument } from '../../../test/support/shipped.js';
import type { AnswerValue } from '../scoring/answer.js';
import { feedAnswer, feedFields, type FeedField } from './feed-fields.js';

const fields = feedFields(instrument);

function fieldAt(soalId: number): FeedField {
  const field = fields.find((one) => one.soalId === soalId);
  if (field === undefined) throw new Error(`no question ${soalId}`);
  return field;
}

describe('the questions of the portal', () => {
  it('are 127 in order, each once', () => {
    expect(fields.map(({ soalId }) => soalId)).toEqual(
      Array.from({ length: 127 }, (_one, at) => at + 1),
    );
  });

  it('never ask for a computed total', () => {
    const computed = fields.filter(({ input }) => (input?.computedFrom ?? null) !== null);
    expect(computed).toEqual([]);
  });

  it('reach every indicator', () => {
    const codes = new Set(fields.map(({ indicator }) => indicator.code));
    expect(codes.size).toBe(instrument.indicators.length);
  });
});

describe('an answer for the portal', () => {
  it.each<[string, number, AnswerValue | null, string | null]>([
    ['a letter', 1, { kind: 'choice', letter: 'Ya' }, 'Ya'],
    ['a count', 88, { kind: 'counts', counts: { agen: 7, perubahan: 5 } }, '7'],
    ['the other count', 89, { kind: 'counts', counts: { agen: 7, perubahan: 5 } }, '5'],
    ['zero, which is an answer', 88, { kind: 'counts', counts: { agen: 0 } }, '0'],
    ['a count that was not typed', 89, { kind: 'counts', counts: { agen: 7 } }, null],
    ['no answer', 1, null, null],
  ])('is %s', (_title, soalId, value, sent) => {
    expect(feedAnswer(fieldAt(soalId), value)).toBe(sent);
  });

  it('has a point in an index', () => {
    const index = fields.find(({ indicator }) => indicator.type === 'index');
    if (index === undefined) throw new Error('no index');
    expect(feedAnswer(index, { kind: 'index', index: '3.57' })).toBe('3.57');
  });
});
