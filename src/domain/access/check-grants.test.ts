import { checkGrants, newGrants, type NamedPlace } from './check-grants.js';
import type { Grant, Role } from './roles.js';

const PLACES = new Map<string, NamedPlace>(
  (
    [
      ['00', '00', 'pusat', 'KPU RI'],
      ['52', '52', 'provinsi', 'KPU Provinsi NTB'],
      ['52.71', '52', 'kabupaten/kota', 'KPU Kota Mataram'],
      ['52.72', '52', 'kabupaten/kota', 'KPU Kota Bima'],
      ['51', '51', 'provinsi', 'KPU Provinsi Bali'],
      ['51.71', '51', 'kabupaten/kota', 'KPU Kota Denpasar'],
    ] as const
  ).map(([code, provinceCode, level, name]) => [code, { code, provinceCode, level, name }]),
);

const at = (role: Role, satkerCode: string): Grant => ({ role, satkerCode });
const problems = (held: Grant[], ...added: Grant[]): string[] =>
  checkGrants(held, added, PLACES).map(({ code, args }) => `${code} ${args?.['satker'] ?? ''}`);

describe('roles added to those a person holds', () => {
  it.each([
    ['a member of one office', [], [at('anggota', '52.71')]],
    ['member and lead of one office', [at('anggota', '52.71')], [at('ketua', '52.71')]],
    ['members of two offices', [at('anggota', '52.71')], [at('anggota', '52.72')]],
    ['TPI for many offices', [], [at('tpi-anggota', '52.71'), at('tpi-anggota', '52.72')]],
    ['lead of the province and its assessor', [at('ketua', '52')], [at('penilai-provinsi', '52')]],
    ['the centre, which has two tiers by law', [], [at('penilai-pusat', '00')]],
    ['administrator and member', [at('admin', '00')], [at('anggota', '52.71')]],
    ['the same role again', [at('ketua', '52.71')], [at('ketua', '52.71')]],
  ])('%s are fine', (_, held, added) => {
    expect(problems(held, ...added)).toEqual([]);
  });

  it.each([
    [
      'a province assessor at a city',
      [],
      at('penilai-provinsi', '52.71'),
      'role-not-here KPU Kota Mataram',
    ],
    ['an administrator at a province', [], at('admin', '52'), 'role-not-here KPU Provinsi NTB'],
    ['the centre at a city', [], at('penilai-pusat', '52.71'), 'role-not-here KPU Kota Mataram'],
    ['a satker that is none', [], at('ketua', '99.99'), 'unknown-satker 99.99'],
    [
      'the assessor of the own office',
      [at('ketua', '52.71')],
      at('penilai-provinsi', '52'),
      'two-tiers KPU Kota Mataram',
    ],
    [
      'TPI of the own office',
      [at('anggota', '52.71')],
      at('tpi-ketua', '52.71'),
      'two-tiers KPU Kota Mataram',
    ],
    [
      'TPI of an office one assesses',
      [at('penilai-provinsi', '52')],
      at('tpi-anggota', '52.72'),
      'two-tiers KPU Kota Bima',
    ],
  ])('%s is refused', (_, held, added, problem) => {
    expect(problems(held, added)).toEqual([problem]);
  });

  it('are also compared with each other', () => {
    expect(problems([], at('ketua', '52.71'), at('tpi-ketua', '52.71'))).toEqual([
      'two-tiers KPU Kota Mataram',
    ]);
  });

  it('are counted once, however often named', () => {
    const twice = [at('ketua', '52.71'), at('ketua', '52.71'), at('anggota', '52.71')];
    expect(newGrants([at('anggota', '52.71')], twice)).toEqual([at('ketua', '52.71')]);
  });
});
