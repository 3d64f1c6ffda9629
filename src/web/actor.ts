import type { Request } from 'express';
import {
  actingRole,
  decide,
  mayWorkOnArea,
  type SatkerAction,
  type StageStep,
  type Viewer,
} from '../domain/access/decide.js';
import type { SatkerPlace } from '../domain/access/roles.js';
import type { AreaKey } from '../domain/instrument/instrument.js';
import type { Actor, Tx } from '../db/store.js';
import { requireOneTier } from './tier-store.js';
import { findSignedIn, type SignedIn } from './viewer-store.js';

/** The signed-in person as the history names them, in the role that allows what they do. */
export function actorOf(
  req: Request,
  user: SignedIn,
  action: SatkerAction | StageStep,
  place: SatkerPlace,
  area?: AreaKey,
): Actor {
  const may = (viewer: Viewer) =>
    decide(viewer, action, place) === 'allowed' &&
    (area === undefined || mayWorkOnArea(viewer, place, area));
  const actor = inRole(req, user, actingRole(user, action, place) ?? '');
  return { ...actor, stillMay: (tx) => holds(tx, user, may), beforeEntry: requireOneTier };
}

/** An administrator's act on the product as a whole. */
export function adminActorOf(req: Request, user: SignedIn): Actor {
  const may = ({ grants }: Viewer) => grants.some(({ role }) => role === 'admin');
  return { ...inRole(req, user, 'admin'), stillMay: (tx) => holds(tx, user, may) };
}

/** What a person does to their own account. */
export function selfActorOf(req: Request, user: { userId: number; name: string }): Actor {
  return inRole(req, user, 'diri sendiri');
}

function inRole(req: Request, user: { userId: number; name: string }, role: string): Actor {
  return { userId: user.userId, name: user.name, role, origin: `web ${req.ip ?? ''}`.trim() };
}

async function holds(
  tx: Tx,
  { userId }: SignedIn,
  may: (viewer: Viewer) => boolean,
): Promise<boolean> {
  const now = await findSignedIn(tx, userId);
  return now !== null && may(now);
}
