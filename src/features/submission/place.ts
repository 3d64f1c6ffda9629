import type { Request, Response } from 'express';
import { rolesAt, type SatkerAction, type StageStep } from '../../domain/access/decide.js';
import type { Role } from '../../domain/access/roles.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Stage } from '../../domain/lke/stages.js';
import { stageText } from '../../text/messages/lke.js';
import { stageStops } from '../../text/messages/submission.js';
import type { Deps } from '../../web/deps.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { typedInto } from '../../web/typed-form.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';

/** One LKE as the signed-in person may see it. */
export interface Place {
  readonly user: SignedIn;
  /** Roles in which the person reaches the satker. */
  readonly roles: readonly Role[];
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly nav: LkeNav;
}

/** The place, or null where the answer (404 or 403) is already made. */
export async function placeFor(
  deps: Deps,
  req: Request,
  res: Response,
  action: SatkerAction | StageStep,
): Promise<Place | null> {
  const user = userOf(res);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, action, req.params));
  if (found === null) return null;
  const { lke } = found;
  return {
    user,
    roles: rolesAt(user, lke.satker),
    lke,
    instrument: deps.instruments.instrument(lke.instrumentId),
    nav: lkeNav(lke, 'submission', user),
  };
}

/** Ends a request with 409 and the sentence that says why nothing changed; what was typed is shown. */
export function stopAt(deps: Deps, req: Request, res: Response, why: Stop): void {
  const { status, title, text } = wordsOf(why);
  const page = { title, status, text, reference: null, ...typedInto(req) };
  deps.pages.render(req, res, 'error', page, status);
}

export type Stop =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'changed' | 'closed' | 'explained' };

function wordsOf(why: Stop) {
  if (why.kind !== 'stage') return stageStops[why.kind];
  const { status, title, text } = stageStops.stage;
  return { status, title, text: text(stageText[why.stage]) };
}
