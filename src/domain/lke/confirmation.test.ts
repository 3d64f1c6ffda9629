import fc from 'fast-check';
import {
  confirmedBasis,
  isConfirmedByAll,
  isSecondOfSame,
  type GivenConfirmation,
} from './confirmation.js';

const ketua: GivenConfirmation = { role: 'tpi-ketua', userId: 1, holds: true };
const dalnis: GivenConfirmation = { role: 'tpi-dalnis', userId: 2, holds: true };

it.each<[string, readonly GivenConfirmation[], boolean]>([
  ['nobody', [], false],
  ['only ketua tim', [ketua], false],
  ['only dalnis', [dalnis], false],
  ['both, two people', [ketua, dalnis], true],
  ['both, one of them fallen', [ketua, { ...dalnis, holds: false }], false],
  ['both, one person', [ketua, { ...dalnis, userId: 1 }], false],
])('confirmed by %s: %s', (_who, given, expected) => {
  expect(isConfirmedByAll(given)).toBe(expected);
});

it.each<[string, readonly GivenConfirmation[], boolean]>([
  ['who confirmed in the other role', [ketua], true],
  ['whose other confirmation has fallen', [{ ...ketua, holds: false }], false],
  ['who confirmed in this very role', [{ ...dalnis, userId: 1 }], false],
  ['who confirmed nothing', [{ ...ketua, userId: 9 }], false],
])('somebody %s is the same pair of eyes: %s', (_who, given, expected) => {
  expect(isSecondOfSame(given, 'tpi-dalnis', 1)).toBe(expected);
});

describe('what is confirmed', () => {
  const texts = fc.uniqueArray(
    fc.record({
      round: fc.integer({ min: 1, max: 4 }),
      section: fc.constantFrom('sakip', 'inovasi', 'rekomendasi-1', 'rekomendasi-hasil'),
      version: fc.integer({ min: 1, max: 30 }),
    }),
    { selector: ({ round, section }) => `${round} ${section}` },
  );
  const sha = fc.stringMatching(/^[0-9a-f]{8}$/);

  it('is the same however its texts are ordered', () => {
    fc.assert(
      fc.property(sha, texts, (assessed, some) => {
        expect(confirmedBasis(assessed, [...some].reverse())).toBe(confirmedBasis(assessed, some));
      }),
    );
  });

  it('is another after any assessment or any one text changed, came or went', () => {
    fc.assert(
      fc.property(sha, sha, texts, fc.nat(), (assessed, other, some, at) => {
        const before = confirmedBasis(assessed, some);
        expect(confirmedBasis(other, some) === before).toBe(other === assessed);
        const changed = some.map((one, place) =>
          place === at % some.length ? { ...one, version: one.version + 1 } : one,
        );
        if (some.length > 0) expect(confirmedBasis(assessed, changed)).not.toBe(before);
        if (some.length > 0) expect(confirmedBasis(assessed, some.slice(1))).not.toBe(before);
      }),
    );
  });
});
