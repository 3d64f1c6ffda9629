/**
 * Who may do what, written down a second time from the rules of the product (not from
 * src/domain/access): the matrix test holds the running app against this table.
 */
export const PEOPLE = {
  anggota: 'anggota.mataram',
  ketua: 'ketua.mataram',
  'penilai-provinsi': 'provinsi',
  'sekretaris-provinsi': 'sekretaris.provinsi',
  'penilai-pusat': 'pusat',
  'tpi-anggota': 'tpi.anggota',
  'tpi-ketua': 'tpi.ketua',
  'tpi-dalnis': 'tpi.dalnis',
  'evaluator-baca': 'evaluator',
  admin: 'admin',
} as const;
export type LawRole = keyof typeof PEOPLE;

/** One satker of each kind, seen from KPU Kota Mataram and from KPU Provinsi NTB. */
export const PLACES = {
  mataram: '52.71',
  'same province': '52.02',
  'the province itself': '52',
  'other province': '51.71',
} as const;
export type Place = keyof typeof PLACES;

/** Every satker a role sees; a provincial assessor never its own. */
export const SEES: Record<LawRole, readonly Place[]> = {
  anggota: ['mataram'],
  ketua: ['mataram'],
  'penilai-provinsi': ['mataram', 'same province'],
  'sekretaris-provinsi': ['mataram', 'same province'],
  'penilai-pusat': ['mataram', 'same province', 'the province itself', 'other province'],
  'tpi-anggota': ['mataram', 'the province itself'],
  'tpi-ketua': ['mataram', 'the province itself'],
  'tpi-dalnis': ['mataram', 'the province itself'],
  'evaluator-baca': ['mataram'],
  admin: ['mataram', 'same province', 'the province itself', 'other province'],
};

/** What can be done to a satker one sees, and by whom. */
export const MAY = {
  read: Object.keys(PEOPLE) as LawRole[],
  export: Object.keys(PEOPLE) as LawRole[],
  history: [
    'anggota',
    'ketua',
    'penilai-provinsi',
    'sekretaris-provinsi',
    'penilai-pusat',
    'tpi-anggota',
    'tpi-ketua',
    'tpi-dalnis',
    'admin',
  ],
  fill: ['anggota', 'ketua'],
  explain: ['ketua'],
  evidence: ['anggota', 'ketua'],
  purge: ['admin'],
  team: ['ketua'],
  submit: ['ketua'],
  return: ['penilai-provinsi', 'sekretaris-provinsi', 'penilai-pusat'],
  review: [
    'penilai-provinsi',
    'sekretaris-provinsi',
    'penilai-pusat',
    'tpi-anggota',
    'tpi-ketua',
    'tpi-dalnis',
  ],
  pendahuluan: ['penilai-provinsi', 'penilai-pusat'],
  tpi: ['tpi-anggota'],
  confirm: ['tpi-ketua', 'tpi-dalnis'],
  figures: ['penilai-provinsi', 'sekretaris-provinsi', 'penilai-pusat'],
  recommend: ['penilai-provinsi'],
  decide: ['sekretaris-provinsi', 'penilai-pusat'],
  'tpi-team': ['tpi-anggota', 'tpi-ketua', 'tpi-dalnis'],
  'lhe-write': ['tpi-anggota', 'tpi-ketua'],
  conclude: ['tpi-ketua'],
  'take-back': ['sekretaris-provinsi', 'penilai-pusat', 'tpi-ketua'],
  assign: ['sekretaris-provinsi', 'penilai-pusat', 'tpi-ketua'],
  share: ['ketua', 'penilai-pusat'],
  propose: ['penilai-pusat'],
  tpn: ['penilai-pusat'],
} as const satisfies Record<string, readonly LawRole[]>;
export type SatkerDeed = keyof typeof MAY;

/** locked: theirs, but not at this stage (409). */
export type Verdict = 'done' | 'forbidden' | 'invisible' | 'locked';

/** What the centre does of its own for a KPU Provinsi only. */
const CENTRE_FOR_PROVINCES: readonly SatkerDeed[] = ['pendahuluan', 'assign', 'figures', 'decide'];

export function verdictFor(role: LawRole, deed: SatkerDeed, place: Place): Verdict {
  if (!SEES[role].includes(place)) return 'invisible';
  if (deed === 'return') return returnVerdict(role, place);
  if (deed === 'take-back') return takeBackVerdict(role, place);
  if (role === 'penilai-pusat' && CENTRE_FOR_PROVINCES.includes(deed)) {
    return place === 'the province itself' ? 'done' : 'forbidden';
  }
  return (MAY[deed] as readonly LawRole[]).includes(role) ? 'done' : 'forbidden';
}

/** At `pendahuluan`: the province returns its kabupaten/kota, the centre a KPU Provinsi, TPI later. */
function returnVerdict(role: LawRole, place: Place): Verdict {
  if (role.startsWith('tpi-')) return 'locked';
  const isProvince = place === 'the province itself';
  const assessors: readonly LawRole[] = isProvince
    ? ['penilai-pusat']
    : ['penilai-provinsi', 'sekretaris-provinsi'];
  return assessors.includes(role) ? 'done' : 'forbidden';
}

/** At `menunggu-tpi`: whoever decided; the others who take something back do so at other stages. */
function takeBackVerdict(role: LawRole, place: Place): Verdict {
  const isProvince = place === 'the province itself';
  if (role === (isProvince ? 'penilai-pusat' : 'sekretaris-provinsi')) return 'done';
  return (MAY['take-back'] as readonly LawRole[]).includes(role) ? 'locked' : 'forbidden';
}
