import { ANSWER_PROBLEM_CODES } from '../../domain/scoring/answer-problem.js';
import { problemText } from '../messages.js';
import { scoreMessages } from './score.js';

describe('sentences of typed answers', () => {
  it('exist for every problem an answer can have', () => {
    const known = Object.keys(scoreMessages);
    expect(ANSWER_PROBLEM_CODES.filter((code) => !known.includes(code))).toEqual([]);
  });

  it.each([
    ['not-on-scale', { allowed: 'A/B/C' }, 'Pilih salah satu: A/B/C.'],
    ['count-too-large', { max: 999_999_999 }, 'Paling banyak 999.999.999.'],
    ['index-out-of-range', { minimum: '0', maximum: '4' }, 'Indeks harus antara 0 dan 4.'],
    ['index-too-precise', { max: 15 }, 'Paling banyak 15 angka.'],
  ])('%s names the limit', (code, args, words) => {
    expect(problemText({ field: 'B.I.a', code, args })).toContain(words);
  });
});
