import type { Request, RequestHandler, Response } from 'express';
import type { Indicator } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { removalText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import type { LinkedEvidence } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { indicatorAt, managedPlaceOf, stop, type Place } from './place.js';
import { findLink, unlinkEvidence } from './unlink-evidence.js';

export interface RemovalPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly text: string;
  readonly action: string;
  readonly backHref: string;
  readonly backText: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/removal': RemovalPage;
  }
}

/** GET: asks once more, so that one wrong touch loses nothing. */
export function showRemoval(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await managedPlaceOf(deps, req, res);
    const indicator = place && indicatorAt(deps, req, res, place);
    if (!place || !indicator) return;
    const link = await findLink(deps.store.db, place.lke, indicator.code, linkIdOf(req));
    if (link === null) renderError(req, res, 404);
    else deps.pages.render(req, res, 'evidence/removal', removalPage(place, indicator, link));
  };
}

export function postRemoval(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await managedPlaceOf(deps, req, res);
    const indicator = place && indicatorAt(deps, req, res, place);
    if (place && indicator) await remove(deps, req, res, place, indicator);
  };
}

async function remove(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  { code }: Indicator,
): Promise<void> {
  const { user, lke } = place;
  const result = await unlinkEvidence(deps, {
    lke,
    code,
    linkId: linkIdOf(req),
    actor: actorOf(req, user, 'evidence.manage', lke.satker),
  });
  if (result.outcome === 'closed') {
    stop(deps, req, res, 'closed');
    return;
  }
  const text =
    result.outcome === 'unlinked' ? removalText.done(result.name, code) : removalText.gone;
  setFlash(req, 'done', text);
  res.redirect(303, `${paths.answer(place.satkerCode, place.year, code)}#bukti`);
}

function linkIdOf(req: Request): number {
  const { link } = req.params;
  return typeof link === 'string' && /^[1-9]\d{0,14}$/.test(link) ? Number(link) : 0;
}

function removalPage(place: Place, { code }: Indicator, link: LinkedEvidence): RemovalPage {
  const at = [place.satkerCode, place.year, code] as const;
  return {
    title: removalText.title(link.name, code),
    lkeNav: place.nav,
    text: removalText.text,
    action: paths.answerEvidenceRemoval(...at, link.linkId),
    backHref: `${paths.answer(...at)}#bukti`,
    backText: code,
  };
}
