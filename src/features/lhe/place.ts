import type { Request, Response } from 'express';
import type { SatkerAction, StageStep } from '../../domain/access/decide.js';
import type { Deps } from '../../web/deps.js';
import { decisionsPlace, type LkePlace } from '../../web/lke-place.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { findLkeFor, type Lke } from '../lke/store.js';

export type Place = LkePlace<Lke>;

/** The place, or null where the answer (404 or 403) is already made. */
export async function placeFor(
  deps: Deps,
  req: Request,
  res: Response,
  action: SatkerAction | StageStep,
): Promise<Place | null> {
  const user = userOf(res);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, action, req.params));
  return found === null ? null : decisionsPlace(user, found.lke);
}
