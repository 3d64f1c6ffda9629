/** Roles of domain.md "Who"; their codes are also those of the table user_role. */
export const ROLES = [
  'anggota',
  'ketua',
  'penilai-provinsi',
  'sekretaris-provinsi',
  'penilai-pusat',
  'tpi-anggota',
  'tpi-ketua',
  'tpi-dalnis',
  'evaluator-baca',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Everybody of a team of TPI. */
export const TPI_ROLES = [
  'tpi-anggota',
  'tpi-ketua',
  'tpi-dalnis',
] as const satisfies readonly Role[];

export type SatkerLevel = 'pusat' | 'provinsi' | 'kabupaten/kota';

/** What access needs to know of a satker. */
export interface SatkerPlace {
  readonly code: string;
  readonly provinceCode: string;
  readonly level: SatkerLevel;
}

/** One role of one person, held at one satker (for a provincial assessor: the KPU Provinsi). */
export interface Grant {
  readonly role: Role;
  readonly satkerCode: string;
}

/** Levels at which a role may be given; `00` is KPU RI. */
const LEVELS_OF_ROLE = {
  anggota: ['pusat', 'provinsi', 'kabupaten/kota'],
  ketua: ['pusat', 'provinsi', 'kabupaten/kota'],
  'penilai-provinsi': ['provinsi'],
  'sekretaris-provinsi': ['provinsi'],
  'penilai-pusat': ['pusat'],
  'tpi-anggota': ['pusat', 'provinsi', 'kabupaten/kota'],
  'tpi-ketua': ['pusat', 'provinsi', 'kabupaten/kota'],
  'tpi-dalnis': ['pusat', 'provinsi', 'kabupaten/kota'],
  'evaluator-baca': ['pusat', 'provinsi', 'kabupaten/kota'],
  admin: ['pusat'],
} as const satisfies Record<Role, readonly SatkerLevel[]>;

export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}

export function mayBeHeldAt(role: Role, place: SatkerPlace): boolean {
  return (LEVELS_OF_ROLE[role] as readonly SatkerLevel[]).includes(place.level);
}

/** Which satker a grant reaches. A provincial assessor never reaches its own satker (domain.md, Who). */
export function reaches(grant: Grant, place: SatkerPlace): boolean {
  switch (grant.role) {
    case 'anggota':
    case 'ketua':
    case 'tpi-anggota':
    case 'tpi-ketua':
    case 'tpi-dalnis':
    case 'evaluator-baca':
      return grant.satkerCode === place.code;
    case 'penilai-provinsi':
    case 'sekretaris-provinsi':
      return place.level === 'kabupaten/kota' && place.provinceCode === grant.satkerCode;
    case 'penilai-pusat':
    case 'admin':
      return true;
  }
}
