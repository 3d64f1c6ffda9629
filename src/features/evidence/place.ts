import type { Request, Response } from 'express';
import { decide, mayWorkOnArea, type SatkerAction } from '../../domain/access/decide.js';
import type { Indicator, IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { dayIn } from '../../text/format.js';
import { evidenceStops } from '../../text/messages/evidence-pages.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { formPage } from '../../web/typed-form.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { findEvidence, type Evidence } from './evidence-store.js';

/** One LKE as the signed-in person may see it, with what its evidence pages need. */
export interface Place {
  readonly user: SignedIn;
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly satkerCode: string;
  readonly year: number;
  readonly timeZone: string;
  /** Today in the satker's zone. */
  readonly today: string;
  /** May attach and change evidence here, and something of the LKE is open. */
  readonly mayManage: boolean;
  /** Belongs to the team, whatever the stage. */
  readonly isTeam: boolean;
  readonly mayPurge: boolean;
  readonly nav: LkeNav;
}

/** The place, or null where the answer (404 or 403) is already made. */
export async function placeOf(
  deps: Deps,
  req: Request,
  res: Response,
  action: SatkerAction,
): Promise<Place | null> {
  const user = userOf(res);
  const asked = await findLkeFor(deps.store.db, user, action, req.params);
  const found = orRefuse(req, res, asked);
  return found === null ? null : describePlace(deps, user, found.lke);
}

function describePlace(deps: Deps, user: SignedIn, lke: Lke): Place {
  const { satker, year, openness } = lke;
  const may = (action: SatkerAction) => decide(user, action, satker) === 'allowed';
  return {
    user,
    lke,
    instrument: deps.instruments.instrument(lke.instrumentId),
    satkerCode: satker.code,
    year,
    timeZone: satker.timeZone,
    today: dayIn(deps.clock(), satker.timeZone),
    mayManage: may('evidence.manage') && openness !== 'none',
    isTeam: may('evidence.manage'),
    mayPurge: may('evidence.purge'),
    nav: lkeNav(lke, 'evidence', user),
  };
}

/** The place for what the team adds to the register, which is open at every stage. */
export function teamPlaceOf(deps: Deps, req: Request, res: Response): Promise<Place | null> {
  return placeOf(deps, req, res, 'evidence.manage');
}

/** The place for a change by the team: 409 with a sentence while the LKE is locked. */
export async function managedPlaceOf(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<Place | null> {
  const place = await placeOf(deps, req, res, 'evidence.manage');
  if (place === null || place.mayManage) return place;
  stop(deps, req, res, 'closed');
  return null;
}

/** One evidence of the satker, with the place through which it was found. */
export interface EvidencePlace {
  readonly place: Place;
  readonly evidence: Evidence;
}

/** The evidence of the address, or null where the answer is already made. */
export async function evidenceAt(
  deps: Deps,
  req: Request,
  res: Response,
  asked: Promise<Place | null>,
): Promise<EvidencePlace | null> {
  const place = await asked;
  if (place === null) return null;
  const { id = '' } = req.params as Record<string, string | undefined>;
  const isId = /^[1-9]\d{0,14}$/.test(id);
  const evidence = isId ? await findEvidence(deps.store.db, place.satkerCode, Number(id)) : null;
  if (evidence === null) renderError(req, res, 404);
  return evidence === null ? null : { place, evidence };
}

/** The same, and 409 for one that is withdrawn. */
export async function usableEvidenceAt(
  deps: Deps,
  req: Request,
  res: Response,
  asked: Promise<Place | null>,
): Promise<EvidencePlace | null> {
  const found = await evidenceAt(deps, req, res, asked);
  if (found === null || found.evidence.withdrawnAt === null) return found;
  stop(deps, req, res, 'withdrawn');
  return null;
}

/**
 * The indicator of the address if the person may work on its area and it is open, or null with
 * 404, 403 or 409 made.
 */
export function indicatorAt(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
): Indicator | null {
  const { code = '' } = req.params as Record<string, string | undefined>;
  const indicator = place.instrument.byCode.get(code as IndicatorCode);
  if (indicator === undefined) {
    renderError(req, res, 404);
    return null;
  }
  const isMine = mayWorkOnArea(place.user, place.lke.satker, indicator.area);
  if (isMine && isOpenFor(place.lke.openness, indicator.code)) return indicator;
  stop(deps, req, res, isMine ? 'closed' : 'area');
  return null;
}

/** Ends a request with its status and the sentence that says why nothing changed. */
export function stop(
  deps: Deps,
  req: Request,
  res: Response,
  why: keyof typeof evidenceStops,
): void {
  const { status, title, text } = evidenceStops[why];
  deps.pages.render(
    req,
    res,
    'error',
    { title, status, text, reference: null, back: formPage(req), typed: [] },
    status,
  );
}
