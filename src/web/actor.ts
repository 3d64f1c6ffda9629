import type { Request } from 'express';
import { actingRole, type SatkerAction, type StageStep } from '../domain/access/decide.js';
import type { SatkerPlace } from '../domain/access/roles.js';
import type { Actor } from '../db/store.js';
import type { SignedIn } from './viewer-store.js';

/** The signed-in person as the history names them, in the role that allows what they do. */
export function actorOf(
  req: Request,
  user: SignedIn,
  action: SatkerAction | StageStep,
  place: SatkerPlace,
): Actor {
  return inRole(req, user, actingRole(user, action, place) ?? '');
}

/** An administrator's act on the product as a whole. */
export function adminActorOf(req: Request, user: SignedIn): Actor {
  return inRole(req, user, 'admin');
}

/** What a person does to their own account. */
export function selfActorOf(req: Request, user: { userId: number; name: string }): Actor {
  return inRole(req, user, 'diri sendiri');
}

function inRole(req: Request, user: { userId: number; name: string }, role: string): Actor {
  return { userId: user.userId, name: user.name, role, origin: `web ${req.ip ?? ''}`.trim() };
}
