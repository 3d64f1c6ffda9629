import { otherTier, TIERS, tiersOf } from './tiers.js';
import { ROLES, type Role, type SatkerPlace } from './roles.js';

const KOTA: SatkerPlace = { code: '52.71', provinceCode: '52', level: 'kabupaten/kota' };
const PROVINSI: SatkerPlace = { code: '52', provinceCode: '52', level: 'provinsi' };

describe('who took part in one tier of an LKE', () => {
  it.each<[string, Role[], Role, SatkerPlace, string | null]>([
    ['nobody yet', [], 'tpi-anggota', KOTA, null],
    ['the team, and again', ['anggota'], 'ketua', KOTA, null],
    ['the team, then TPI', ['anggota'], 'tpi-anggota', KOTA, 'mandiri'],
    ['the team, then the province', ['ketua'], 'sekretaris-provinsi', KOTA, 'mandiri'],
    ['the province, then TPI', ['penilai-provinsi'], 'tpi-dalnis', KOTA, 'pendahuluan'],
    [
      'the province, then the centre',
      ['sekretaris-provinsi'],
      'penilai-pusat',
      KOTA,
      'pendahuluan',
    ],
    ['TPI, then the team', ['tpi-ketua'], 'anggota', KOTA, 'tpi'],
    ['the province in both roles', ['penilai-provinsi'], 'sekretaris-provinsi', KOTA, null],
    [
      'the centre, whose two tiers are one role',
      ['penilai-pusat'],
      'penilai-pusat',
      PROVINSI,
      null,
    ],
    [
      'the centre of a KPU Provinsi, then TPI',
      ['penilai-pusat'],
      'tpi-ketua',
      PROVINSI,
      'pendahuluan',
    ],
    ['an administrator, then TPI', ['admin'], 'tpi-ketua', KOTA, null],
    ['the team, then an administrator', ['ketua'], 'admin', KOTA, null],
    [
      'the team and TPI, the lowest first',
      ['tpi-ketua', 'ketua'],
      'penilai-pusat',
      KOTA,
      'mandiri',
    ],
  ])('%s', (_title, wrote, wanted, place, expected) => {
    expect(otherTier(wrote, wanted, place)).toBe(expected);
  });

  it('may go on in that tier, in whatever role, and in no other', () => {
    for (const place of [KOTA, PROVINSI]) {
      for (const wrote of ROLES) {
        for (const wanted of ROLES) {
          const [before, now] = [tiersOf(wrote, place), tiersOf(wanted, place)];
          const isFree = now.length === 0 || before.every((tier) => now.includes(tier));
          expect(otherTier([wrote], wanted, place) === null).toBe(isFree);
        }
      }
    }
    expect(TIERS).toHaveLength(4);
  });
});
