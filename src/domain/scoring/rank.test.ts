import { exactFromStored } from '../exact.js';
import { rankByScore } from './rank.js';

describe('places by score', () => {
  it.each([
    ['none', [], []],
    ['one', ['75'], [1]],
    ['best first whatever the order', ['60', '80', '70'], [3, 1, 2]],
    ['shared, with the next one skipped', ['70', '80', '70', '60'], [2, 1, 2, 4]],
    ['all alike', ['0', '0', '0'], [1, 1, 1]],
    [
      'a difference no double would see',
      ['225/4', '56250000000000000001/1000000000000000000'],
      [2, 1],
    ],
    ['the same fraction written in two ways', ['150/2', '75'], [1, 1]],
  ])('%s', (_title, scores, places) => {
    expect(rankByScore(scores.map(exactFromStored))).toEqual(places);
  });
});
