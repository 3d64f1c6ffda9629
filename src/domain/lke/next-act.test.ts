import type { Role } from '../access/roles.js';
import type { GivenConfirmation } from './confirmation.js';
import { nextAct, type NextAct, type Watched } from './next-act.js';

const AT: Watched = {
  stage: 'pendahuluan',
  level: 'kabupaten/kota',
  isAssessed: false,
  isRecommended: false,
  isReturned: false,
  isLetterSent: false,
  confirmations: [],
};
const ketua: GivenConfirmation = { role: 'tpi-ketua', userId: 1, holds: true };
const dalnis: GivenConfirmation = { role: 'tpi-dalnis', userId: 2, holds: true };
const FULL = { isAssessed: true };
const TPI = { stage: 'tpi' } as const;
const PROVINCE = { level: 'provinsi' } as const;
const WAITING = { stage: 'menunggu-tpi' } as const;

describe('whose turn it is', () => {
  it.each<[string, Partial<Watched>, Role, NextAct | null]>([
    ['assessing has not ended', {}, 'penilai-provinsi', 'assess'],
    ['assessing has not ended', {}, 'sekretaris-provinsi', null],
    ['all is assessed', FULL, 'penilai-provinsi', 'recommend'],
    ['all is assessed', FULL, 'sekretaris-provinsi', null],
    ['the team recommends', { ...FULL, isRecommended: true }, 'penilai-provinsi', null],
    ['the team recommends', { ...FULL, isRecommended: true }, 'sekretaris-provinsi', 'decide'],
    ['TPI returned it', { ...FULL, isReturned: true }, 'penilai-provinsi', 'answer-return'],
    ['TPI returned it', { ...FULL, isReturned: true }, 'sekretaris-provinsi', 'answer-return'],
    ['a KPU Provinsi is being assessed', PROVINCE, 'penilai-pusat', 'assess'],
    ['a KPU Provinsi is assessed', { ...PROVINCE, ...FULL }, 'penilai-pusat', 'decide'],
    ['the letter is not sent', WAITING, 'sekretaris-provinsi', 'send-letter'],
    ['the letter is not sent', WAITING, 'tpi-ketua', null],
    ['the letter is not sent', { ...WAITING, ...PROVINCE }, 'penilai-pusat', 'send-letter'],
    ['the letter is sent', { ...WAITING, isLetterSent: true }, 'tpi-anggota', 'begin'],
    ['the letter is sent', { ...WAITING, isLetterSent: true }, 'sekretaris-provinsi', null],
    ['TPI is assessing', TPI, 'tpi-anggota', 'assess'],
    ['TPI is assessing', TPI, 'tpi-ketua', null],
    ['TPI has assessed all', { ...TPI, ...FULL }, 'tpi-anggota', null],
    ['TPI has assessed all', { ...TPI, ...FULL }, 'tpi-dalnis', 'confirm'],
    ['one confirmed', { ...TPI, ...FULL, confirmations: [ketua] }, 'tpi-ketua', null],
    [
      'a confirmation fell',
      { ...TPI, ...FULL, confirmations: [{ ...ketua, holds: false }, dalnis] },
      'tpi-ketua',
      'confirm',
    ],
    [
      'both confirmed',
      { ...TPI, ...FULL, confirmations: [ketua, dalnis] },
      'tpi-ketua',
      'conclude',
    ],
    ['both confirmed', { ...TPI, ...FULL, confirmations: [ketua, dalnis] }, 'tpi-dalnis', null],
    ['the year is over', { stage: 'ditetapkan' }, 'penilai-pusat', null],
  ])('when %s (%j) %s: %s', (_, facts, role, act) => {
    expect(nextAct({ ...AT, ...facts }, { roles: [role], userId: 9 })).toBe(act);
  });

  it('is not that of one person a second time in the other confirming role', () => {
    const at = { ...AT, ...TPI, ...FULL, confirmations: [ketua] };
    expect(nextAct(at, { roles: ['tpi-ketua', 'tpi-dalnis'], userId: 1 })).toBeNull();
  });
});
