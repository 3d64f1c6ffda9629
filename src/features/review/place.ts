import type { Request, Response } from 'express';
import type { SatkerAction } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Area, Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { isJudgingTier, type JudgingTier } from '../../domain/lke/assessment.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { noteAction } from './note-actions.js';
import { findLkeFor, type Lke } from '../lke/store.js';

/** One tier of one LKE through the person who asks. */
export interface TierPlace {
  readonly user: SignedIn;
  readonly lke: Lke;
  readonly tier: JudgingTier;
  readonly instrument: Instrument;
}

export interface IndicatorPlace extends TierPlace {
  readonly indicator: Indicator;
  readonly area: Area;
}

/** What is asked of the tier: to read it, or an act that only this tier's people may do. */
export type TierAct = 'read' | 'assess' | 'confirm' | 'note';

/** null where the answer (404 or 403) is already made. */
export async function tierPlaceOf(
  deps: Deps,
  req: Request,
  res: Response,
  act: TierAct,
): Promise<TierPlace | null> {
  const user = userOf(res);
  const { tier = '' } = req.params as Record<string, string>;
  if (!isJudgingTier(tier) || (act === 'confirm' && tier !== 'tpi')) {
    renderError(req, res, 404);
    return null;
  }
  const action = actionOf(act, tier);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, action, req.params));
  if (found === null) return null;
  const { lke } = found;
  if (!isSeen(user, lke, tier) || (act === 'note' && !noteAction(user, lke.satker, tier))) {
    renderError(req, res, 403);
    return null;
  }
  return { user, lke, tier, instrument: deps.instruments.instrument(lke.instrumentId) };
}

/** The indicator of the address, or null with the 404 made. */
export async function indicatorPlaceOf(
  deps: Deps,
  req: Request,
  res: Response,
  act: TierAct,
): Promise<IndicatorPlace | null> {
  const place = await tierPlaceOf(deps, req, res, act);
  if (place === null) return null;
  const { code = '' } = req.params as Record<string, string>;
  const indicator = place.instrument.byCode.get(code as IndicatorCode);
  const area = place.instrument.areas.find(({ key }) => key === indicator?.area);
  if (indicator === undefined || area === undefined) {
    renderError(req, res, 404);
    return null;
  }
  return { ...place, indicator, area };
}

function actionOf(act: TierAct, tier: JudgingTier): SatkerAction {
  switch (act) {
    case 'read':
    case 'note':
      return 'review.read';
    case 'assess':
      return `assessment.${tier}`;
    case 'confirm':
      return 'assessment.confirm';
  }
}

/** KPU RI's own units have no preliminary assessment; the work of a higher tier shows in its time. */
function isSeen(user: SignedIn, { satker, stage }: Lke, tier: JudgingTier): boolean {
  if (tier === 'pendahuluan' && satker.level === 'pusat') return false;
  return visibleTiers(user, satker, stage).includes(tier);
}
