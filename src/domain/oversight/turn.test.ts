import type { Role, SatkerLevel } from '../access/roles.js';
import type { Stage } from '../lke/stages.js';
import { partOf, turnOf, type Part, type Turn } from './turn.js';

describe('whose turn it is', () => {
  it.each<[Stage, SatkerLevel, boolean, Turn | null]>([
    ['pengisian', 'kabupaten/kota', false, 'satker'],
    ['pendahuluan', 'kabupaten/kota', false, 'province'],
    ['pendahuluan', 'provinsi', false, 'centre'],
    ['menunggu-tpi', 'kabupaten/kota', false, 'province'],
    ['menunggu-tpi', 'provinsi', false, 'centre'],
    ['menunggu-tpi', 'kabupaten/kota', true, 'tpi'],
    ['tpi', 'pusat', false, 'tpi'],
    ['siap-diusulkan', 'kabupaten/kota', true, 'centre'],
    ['tpn', 'kabupaten/kota', true, 'tpn'],
    ['ditetapkan', 'kabupaten/kota', true, null],
    ['belum-layak', 'provinsi', false, null],
  ])('at %s of %s, letter sent %s: %s', (stage, level, sent, expected) => {
    expect(turnOf(stage, level, sent)).toBe(expected);
  });
});

describe('what a turn asks of whoever looks', () => {
  it.each<[Role, Turn, Part]>([
    ['sekretaris-provinsi', 'satker', 'call'],
    ['sekretaris-provinsi', 'province', 'own'],
    ['sekretaris-provinsi', 'tpi', 'wait'],
    ['sekretaris-provinsi', 'tpn', 'wait'],
    ['sekretaris-provinsi', 'centre', 'wait'],
    ['penilai-pusat', 'satker', 'call'],
    ['penilai-pusat', 'province', 'call'],
    ['penilai-pusat', 'centre', 'own'],
    ['penilai-pusat', 'tpn', 'wait'],
    ['tpi-ketua', 'tpi', 'own'],
    ['ketua', 'satker', 'own'],
    ['ketua', 'province', 'wait'],
    ['evaluator-baca', 'satker', 'call'],
  ])('of %s at the turn of %s: %s', (role, turn, expected) => {
    expect(partOf(turn, [role])).toBe(expected);
  });
});
