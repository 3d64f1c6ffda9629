import { ROLES, type Grant, type Role } from './roles.js';

/** Which satker a person's grants reach, in a form a query can use. */
export interface Scope {
  readonly all: boolean;
  /** Satker by code. */
  readonly codes: readonly string[];
  /** The kabupaten/kota of these provinces, never the KPU Provinsi itself. */
  readonly districtsOf: readonly string[];
}

/** The same answer as asking {@link reaches} of every satker. */
export function scopeOf(grants: readonly Grant[]): Scope {
  const codes = new Set<string>();
  const districtsOf = new Set<string>();
  let all = false;
  for (const { role, satkerCode } of grants) {
    switch (role) {
      case 'anggota':
      case 'ketua':
      case 'tpi-anggota':
      case 'tpi-ketua':
      case 'tpi-dalnis':
      case 'evaluator-baca':
        codes.add(satkerCode);
        break;
      case 'penilai-provinsi':
      case 'sekretaris-provinsi':
        districtsOf.add(satkerCode);
        break;
      case 'penilai-pusat':
      case 'admin':
        all = true;
        break;
    }
  }
  return { all, codes: [...codes], districtsOf: [...districtsOf] };
}

export type Reach = 'all' | 'own' | 'districts';

/** Every role by how far a grant of it reaches. */
export function rolesReaching(reach: Reach): readonly Role[] {
  return ROLES.filter((role) => reachOf(role) === reach);
}

function reachOf(role: Role): Reach {
  const { all, codes } = scopeOf([{ role, satkerCode: '' }]);
  if (all) return 'all';
  return codes.length > 0 ? 'own' : 'districts';
}
