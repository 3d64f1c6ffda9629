import { STAGES, type Stage } from '../lke/stages.js';
import { ROLES, type Role, type SatkerPlace } from './roles.js';
import type { Tier } from './tiers.js';
import { visibleTiers } from './visible-tiers.js';

const MATARAM: SatkerPlace = { code: '52.71', provinceCode: '52', level: 'kabupaten/kota' };
const NTB: SatkerPlace = { code: '52', provinceCode: '52', level: 'provinsi' };
const HELD_AT: Partial<Record<Role, string>> = {
  'penilai-provinsi': '52',
  'sekretaris-provinsi': '52',
  'penilai-pusat': '00',
  admin: '00',
};

function seen(role: Role, stage: Stage, place = MATARAM): readonly Tier[] {
  return visibleTiers(
    { grants: [{ role, satkerCode: HELD_AT[role] ?? place.code }] },
    place,
    stage,
  );
}

describe('whose work is visible', () => {
  it('is nobody’s to whoever does not reach the satker', () => {
    expect(visibleTiers({ grants: [] }, MATARAM, 'ditetapkan')).toEqual([]);
    const foreign = [{ role: 'penilai-provinsi', satkerCode: '51' } as const];
    expect(visibleTiers({ grants: foreign }, MATARAM, 'ditetapkan')).toEqual([]);
  });

  it.each(['anggota', 'ketua', 'evaluator-baca', 'admin'] as const)(
    'of a higher tier shows to %s only once returned or concluded',
    (role) => {
      const found = Object.fromEntries(STAGES.map((stage) => [stage, seen(role, stage).slice(1)]));
      expect(found).toEqual({
        pengisian: ['pendahuluan', 'tpi'],
        pendahuluan: [],
        'menunggu-tpi': ['pendahuluan'],
        tpi: ['pendahuluan'],
        'siap-diusulkan': ['pendahuluan', 'tpi'],
        tpn: ['pendahuluan', 'tpi'],
        ditetapkan: ['pendahuluan', 'tpi', 'tpn'],
        'tidak-ditetapkan': ['pendahuluan', 'tpi', 'tpn'],
        'belum-layak': ['pendahuluan'],
        'belum-memenuhi': ['pendahuluan', 'tpi'],
      });
    },
  );

  it.each(['penilai-provinsi', 'sekretaris-provinsi'] as const)(
    'to %s is the province’s own always, TPI’s when it comes back through the province',
    (role) => {
      for (const stage of STAGES) expect(seen(role, stage)).toContain('pendahuluan');
      const withTpi = STAGES.filter((stage) => seen(role, stage).includes('tpi'));
      expect(withTpi).toEqual([
        'pengisian',
        'pendahuluan',
        'siap-diusulkan',
        'tpn',
        'ditetapkan',
        'tidak-ditetapkan',
        'belum-memenuhi',
      ]);
    },
  );

  it.each(['tpi-anggota', 'tpi-ketua', 'tpi-dalnis'] as const)('to %s is all up to TPI', (role) => {
    for (const stage of STAGES) {
      expect(seen(role, stage).slice(0, 3)).toEqual(['mandiri', 'pendahuluan', 'tpi']);
    }
    expect(seen(role, 'tpn')).not.toContain('tpn');
  });

  it('to the centre is everything, of a KPU Provinsi and of others', () => {
    for (const place of [MATARAM, NTB]) {
      for (const stage of STAGES) expect(seen('penilai-pusat', stage, place)).toHaveLength(4);
    }
  });

  it('always begins with the satker’s own for every role there is', () => {
    for (const role of ROLES) {
      for (const stage of STAGES) expect(seen(role, stage)[0]).toBe('mandiri');
    }
  });

  it('grows with a second role', () => {
    const grants = [
      { role: 'evaluator-baca', satkerCode: '52.71' },
      { role: 'tpi-anggota', satkerCode: '52.71' },
    ] as const;
    expect(visibleTiers({ grants }, MATARAM, 'tpi')).toEqual(['mandiri', 'pendahuluan', 'tpi']);
  });
});
