import type { Stage } from '../lke/stages.js';
import type { Viewer } from './decide.js';
import { reaches, type SatkerPlace } from './roles.js';
import { tiersOf, TIERS, type Tier } from './tiers.js';

/**
 * Whose work a person may see on one LKE (domain.md, Tiers): a higher tier sees the lower ones and
 * itself; whoever stands below a tier sees its work only once it is returned or concluded, which
 * the stage alone tells, because a tier writes at its own stage only. In the order of TIERS.
 */
export function visibleTiers(
  viewer: Pick<Viewer, 'grants'>,
  place: SatkerPlace,
  stage: Stage,
): readonly Tier[] {
  const own = viewer.grants
    .filter((grant) => reaches(grant, place))
    .map((grant) => highestOf(tiersOf(grant.role, place)));
  if (own.length === 0) return [];
  const rank = Math.max(...own);
  return TIERS.filter((tier, at) => at <= rank || isPublished(tier, stage, rank));
}

/** Readers without a tier (administrator, evaluator) see what the satker sees. */
function highestOf(tiers: readonly Tier[]): number {
  return Math.max(0, ...tiers.map((tier) => TIERS.indexOf(tier)));
}

const BEFORE_TPI: readonly Stage[] = ['pengisian', 'pendahuluan', 'menunggu-tpi', 'tpi'];
const PROVINCE = TIERS.indexOf('pendahuluan');

function isPublished(tier: Tier, stage: Stage, rank: number): boolean {
  switch (tier) {
    case 'mandiri':
      return true;
    case 'pendahuluan':
      // Back at `pengisian` it was returned; past its own stage it is concluded.
      return stage !== 'pendahuluan';
    case 'tpi':
      // TPI returns through the province, which reads it before the satker does.
      if (stage === 'pengisian') return true;
      if (stage === 'pendahuluan') return rank >= PROVINCE;
      return !BEFORE_TPI.includes(stage) && stage !== 'belum-layak';
    case 'tpn':
      return stage === 'ditetapkan' || stage === 'tidak-ditetapkan';
  }
}
