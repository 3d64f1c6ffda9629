import type { Request, Response } from 'express';
import { decide, rolesAt, type SatkerAction, type StageStep } from '../../domain/access/decide.js';
import type { Role } from '../../domain/access/roles.js';
import type { Stage } from '../../domain/lke/stages.js';
import { dayIn } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { stageStops } from '../../text/messages/submission.js';
import type { Deps } from '../../web/deps.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { formPage } from '../../web/typed-form.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import type { PaperDays } from './form.js';

/** One LKE as the signed-in person may see it. */
export interface Place {
  readonly user: SignedIn;
  readonly roles: readonly Role[];
  readonly lke: Lke;
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
  return { user, roles: rolesAt(user, lke.satker), lke, nav: lkeNav(lke, 'decisions', user) };
}

/** When a paper about this LKE may be dated. */
export function daysOf({ clock }: Pick<Deps, 'clock'>, { year, satker }: Lke): PaperDays {
  return { year, today: dayIn(clock(), satker.timeZone) };
}

export function may(place: Place, action: SatkerAction | StageStep): boolean {
  return decide(place.user, action, place.lke.satker) === 'allowed';
}

export interface Stop {
  readonly title: string;
  readonly text: string;
  readonly back: string | null;
  /** What was typed, to be copied. */
  readonly typed?: readonly string[];
}

/** Ends a request with 409 and the sentence that says why nothing changed. */
export function stopWith(deps: Deps, req: Request, res: Response, stop: Stop): void {
  const { title, text, back, typed = [] } = stop;
  const shown = typed.filter((one) => one.trim() !== '');
  const page = { title, status: 409, text, reference: null, back, typed: shown };
  deps.pages.render(req, res, 'error', page, 409);
}

export function stopAtStage(
  deps: Deps,
  req: Request,
  res: Response,
  stage: Stage,
  typed: readonly string[] = [],
): void {
  const { title, text } = stageStops.stage;
  stopWith(deps, req, res, { title, text: text(stageText[stage]), back: formPage(req), typed });
}
