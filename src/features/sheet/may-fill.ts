import { decide, mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import type { AreaKey } from '../../domain/instrument/instrument.js';
import { isOpenForFilling } from '../../domain/lke/stages.js';
import type { Lke } from '../lke/store.js';

/** May this person fill this area now, and if not, why not: role, area, or the stage of the LKE. */
export type MayFill = 'yes' | 'role' | 'area' | 'stage';

export function mayFill(viewer: Viewer, lke: Lke, area: AreaKey): MayFill {
  if (decide(viewer, 'answer.record', lke.satker) !== 'allowed') return 'role';
  if (!mayWorkOnArea(viewer, lke.satker, area)) return 'area';
  return isOpenForFilling(lke.stage) ? 'yes' : 'stage';
}
