import { TPI_ROLES, type Role, type SatkerLevel } from '../access/roles.js';
import type { JudgingTier } from './assessment.js';
import type { Stage } from './stages.js';
import { ballOf, type Ball } from './steps.js';

/** Who is told of what: those whose turn it is, and those whose LKE it is. */

const TEAM: readonly Role[] = ['ketua', 'anggota'];
const PROVINCE: readonly Role[] = ['penilai-provinsi', 'sekretaris-provinsi'];
const CENTRE: readonly Role[] = ['penilai-pusat'];

/** The roles whose turn it is at a stage; none where the year's attempt is over. */
export function atTurn(stage: Stage, level: SatkerLevel): readonly Role[] {
  const ball = ballOf(stage, level);
  return ball === null ? [] : rolesOf(ball, level);
}

/**
 * The roles that hear of a move: the team, whoever assessed first, and those whose turn it is. What
 * TPI returns the team hears when it is passed on.
 */
export function hearersOfMove(from: Stage, to: Stage, level: SatkerLevel): readonly Role[] {
  if (from === 'tpi' && to === 'pendahuluan') return atTurn(to, level);
  const first = level === 'kabupaten/kota' ? PROVINCE : level === 'provinsi' ? CENTRE : [];
  return [...new Set([...atTurn(to, level), ...TEAM, ...first])];
}

/** TPI may begin once the letter is sent, and hears so then; the others read it in the decision. */
export function hearersOfLetter(): readonly Role[] {
  return TPI_ROLES;
}

/** The roles that talk with the satker in a tier. */
export function reviewersOf(tier: JudgingTier, level: SatkerLevel): readonly Role[] {
  if (tier === 'tpi') return TPI_ROLES;
  return level === 'kabupaten/kota' ? ['penilai-provinsi'] : CENTRE;
}

function rolesOf(ball: Ball, level: SatkerLevel): readonly Role[] {
  switch (ball) {
    case 'team':
      return TEAM;
    case 'province':
      return PROVINCE;
    case 'centre':
    case 'tpn':
      return CENTRE;
    case 'handover':
      return [
        ...(level === 'kabupaten/kota' ? (['sekretaris-provinsi'] as const) : CENTRE),
        ...TPI_ROLES,
      ];
    case 'tpi':
      return TPI_ROLES;
  }
}
