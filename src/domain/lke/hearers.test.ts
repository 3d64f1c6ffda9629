import type { SatkerLevel } from '../access/roles.js';
import { atTurn, hearersOfLetter, hearersOfMove, reviewersOf } from './hearers.js';
import type { Stage } from './stages.js';

describe('whose turn it is', () => {
  it.each<[Stage, SatkerLevel, string]>([
    ['pengisian', 'kabupaten/kota', 'ketua anggota'],
    ['pendahuluan', 'kabupaten/kota', 'penilai-provinsi sekretaris-provinsi'],
    ['pendahuluan', 'provinsi', 'penilai-pusat'],
    ['menunggu-tpi', 'kabupaten/kota', 'sekretaris-provinsi tpi-anggota tpi-ketua tpi-dalnis'],
    ['menunggu-tpi', 'provinsi', 'penilai-pusat tpi-anggota tpi-ketua tpi-dalnis'],
    ['tpi', 'pusat', 'tpi-anggota tpi-ketua tpi-dalnis'],
    ['siap-diusulkan', 'kabupaten/kota', 'penilai-pusat'],
    ['tpn', 'provinsi', 'penilai-pusat'],
    ['ditetapkan', 'kabupaten/kota', ''],
    ['belum-layak', 'kabupaten/kota', ''],
  ])('at %s of a %s: %s', (stage, level, roles) => {
    expect(atTurn(stage, level).join(' ')).toBe(roles);
  });
});

describe('who hears of a move', () => {
  it.each<[Stage, Stage, SatkerLevel, string]>([
    [
      'menunggu-tpi',
      'tpi',
      'kabupaten/kota',
      'tpi-anggota tpi-ketua tpi-dalnis ketua anggota penilai-provinsi sekretaris-provinsi',
    ],
    ['tpi', 'pengisian', 'pusat', 'ketua anggota'],
    ['tpn', 'tidak-ditetapkan', 'provinsi', 'ketua anggota penilai-pusat'],
    ['tpi', 'pendahuluan', 'kabupaten/kota', 'penilai-provinsi sekretaris-provinsi'],
    ['tpi', 'pendahuluan', 'provinsi', 'penilai-pusat'],
  ])('from %s to %s of a %s: %s', (from, to, level, roles) => {
    expect(hearersOfMove(from, to, level).join(' ')).toBe(roles);
  });

  it('the letter, which lets TPI begin, is told to all of TPI', () => {
    expect(hearersOfLetter()).toEqual(['tpi-anggota', 'tpi-ketua', 'tpi-dalnis']);
  });

  it('answers of a note go to the tier that asked', () => {
    expect(reviewersOf('pendahuluan', 'kabupaten/kota')).toEqual(['penilai-provinsi']);
    expect(reviewersOf('pendahuluan', 'provinsi')).toEqual(['penilai-pusat']);
    expect(reviewersOf('tpi', 'provinsi')).toEqual(['tpi-anggota', 'tpi-ketua', 'tpi-dalnis']);
  });
});
