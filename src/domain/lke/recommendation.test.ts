import {
  hasRecommender,
  reasonAsked,
  recommendingNeedsReason,
  type Recommended,
} from './recommendation.js';

describe('a recommendation', () => {
  it('is made by a province for its kabupaten/kota only', () => {
    expect(hasRecommender('pendahuluan', 'kabupaten/kota')).toBe(true);
    expect(hasRecommender('pendahuluan', 'provinsi')).toBe(false);
    expect(hasRecommender('tpi', 'kabupaten/kota')).toBe(false);
  });

  it.each<[Recommended, boolean, boolean]>([
    ['layak', true, false],
    ['layak', false, true],
    ['belum-layak', true, true],
    ['belum-layak', false, true],
  ])('to say %s with all gates passed %s asks for a reason: %s', (kind, passed, asked) => {
    expect(recommendingNeedsReason(kind, passed)).toBe(asked);
  });
});

describe('a decision', () => {
  it.each<[string, Recommended | null, boolean, string | null]>([
    ['layak', 'layak', false, null],
    ['belum-layak', 'belum-layak', false, null],
    ['layak', 'belum-layak', false, 'against-recommendation'],
    ['belum-layak', 'layak', false, 'against-recommendation'],
    ['layak', null, false, null],
    ['layak', 'layak', true, 'after-return'],
    ['layak', null, true, 'after-return'],
    ['belum-layak', null, true, null],
  ])('%s where the team says %s, returned by TPI %s: %s', (kind, recommended, isReturned, why) => {
    expect(reasonAsked(kind, { recommended, isReturned })).toBe(why);
  });
});
