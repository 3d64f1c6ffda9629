import type { Role, SatkerLevel } from '../access/roles.js';
import { ballOf } from '../lke/steps.js';
import type { Stage } from '../lke/stages.js';

/** Who alone can bring an LKE on. */
export type Turn = 'satker' | 'province' | 'centre' | 'tpi' | 'tpn';

/** Null where the year's attempt is over. Until the letter is sent its writer acts, then TPI. */
export function turnOf(stage: Stage, level: SatkerLevel, isLetterSent: boolean): Turn | null {
  const ball = ballOf(stage, level);
  switch (ball) {
    case 'team':
      return 'satker';
    case 'handover':
      if (isLetterSent) return 'tpi';
      return level === 'kabupaten/kota' ? 'province' : 'centre';
    default:
      return ball;
  }
}

/** What a turn asks of whoever looks: ring somebody up, work, or wait. */
export const PARTS = ['call', 'own', 'wait'] as const;
export type Part = (typeof PARTS)[number];

/** By the roles that reach the satker. Nobody is rung up who cannot act. */
export function partOf(turn: Turn, roles: readonly Role[]): Part {
  const sides = roles.map((role) => SIDES[role]);
  if (sides.includes(turn)) return 'own';
  if (turn === 'satker') return 'call';
  return turn === 'province' && sides.includes('centre') ? 'call' : 'wait';
}

/** Null: looks on. */
const SIDES: Readonly<Record<Role, Turn | null>> = {
  anggota: 'satker',
  ketua: 'satker',
  'penilai-provinsi': 'province',
  'sekretaris-provinsi': 'province',
  'penilai-pusat': 'centre',
  'tpi-anggota': 'tpi',
  'tpi-ketua': 'tpi',
  'tpi-dalnis': 'tpi',
  'evaluator-baca': null,
  admin: null,
};
