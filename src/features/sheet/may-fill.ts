import { decide, mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import type { AreaKey, Indicator } from '../../domain/instrument/instrument.js';
import { closedReason } from '../../domain/lke/openness.js';
import type { Lke } from '../lke/store.js';

/** May this person fill this area now, and if not, why not: role, area, or the stage of the LKE. */
export type MayFillArea = 'yes' | 'role' | 'area' | 'stage';

export function mayFillArea(viewer: Viewer, lke: Lke, area: AreaKey): MayFillArea {
  if (decide(viewer, 'answer.record', lke.satker) !== 'allowed') return 'role';
  if (!mayWorkOnArea(viewer, lke.satker, area)) return 'area';
  return lke.openness === 'none' ? 'stage' : 'yes';
}

/** The same of one indicator, which a return may have left closed. */
export type MayFill = MayFillArea | 'not-returned';

export function mayFill(
  viewer: Viewer,
  lke: Lke,
  { area, code }: Pick<Indicator, 'area' | 'code'>,
): MayFill {
  const may = mayFillArea(viewer, lke, area);
  if (may !== 'yes') return may;
  return closedReason(lke.openness, code) === 'not-returned' ? 'not-returned' : 'yes';
}
