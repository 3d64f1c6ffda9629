import { isConfirmedByAll, isSecondOfSame, type GivenConfirmation } from './confirmation.js';

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
