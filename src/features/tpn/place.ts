import type { Request, Response } from 'express';
import { decide, rolesAt } from '../../domain/access/decide.js';
import type { Tier } from '../../domain/access/tiers.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Role } from '../../domain/access/roles.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Actor } from '../../db/store.js';
import { stageText } from '../../text/messages/lke.js';
import { tpnText } from '../../text/messages/tpn.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { formPage } from '../../web/typed-form.js';
import { barredFrom, OtherTierError } from '../../web/tier-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';

/** One LKE as somebody who reads or records TPN's result sees it. */
export interface TpnPlace {
  readonly lke: Lke;
  readonly roles: readonly Role[];
  readonly instrument: Instrument;
  readonly nav: LkeNav;
  /** Another tier of this LKE in which who records took part. */
  readonly barredBy: Tier | null;
  /** Theirs to record, and now. */
  readonly mayRecord: boolean;
  readonly actor: Actor;
}

const RECORD = 'stage.record-ditetapkan';

/** For reading: whoever records, and all who see the LKE once TPN has decided. */
export async function placeToRead(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<TpnPlace | null> {
  const user = userOf(res);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
  if (found === null) return null;
  const { lke } = found;
  const records = decide(user, RECORD, lke.satker) === 'allowed';
  if (!records && !visibleTiers(user, lke.satker, lke.stage).includes('tpn')) {
    renderError(req, res, 403);
    return null;
  }
  const barredBy = await barredFrom(deps.store.db, user, [RECORD], lke);
  return {
    lke,
    roles: rolesAt(user, lke.satker),
    instrument: deps.instruments.instrument(lke.instrumentId),
    nav: lkeNav(lke, 'submission', user),
    barredBy,
    mayRecord: records && lke.stage === 'tpn' && barredBy === null,
    actor: actorOf(req, user, RECORD, lke.satker),
  };
}

/** For recording: the centre alone (403), and only while TPN is at work (409). */
export async function placeToRecord(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<TpnPlace | null> {
  const place = await placeToRead(deps, req, res);
  if (place === null || place.mayRecord) return place;
  const { lke, barredBy } = place;
  if (barredBy !== null) throw new OtherTierError(barredBy, lke.satker.name);
  if (decide(userOf(res), RECORD, lke.satker) !== 'allowed') renderError(req, res, 403);
  else stopClosed(deps, req, res, lke.stage);
  return null;
}

/** Ends a request with 409: TPN is not, or no longer, at work. */
export function stopClosed(deps: Deps, req: Request, res: Response, stage: Lke['stage']): void {
  const text = tpnText.closed(stageText[stage]);
  const page = {
    title: tpnText.closedTitle,
    status: 409,
    text,
    reference: null,
    back: formPage(req),
  };
  deps.pages.render(req, res, 'error', { ...page, typed: [] }, 409);
}
