import type { Request, Response } from 'express';
import { paths } from '../../paths.js';
import { decisionsText as text } from '../../text/messages/conclusion.js';
import { lheText } from '../../text/messages/lhe.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { may } from '../../web/lke-place.js';
import { markedAs, numberParam, type FoundPaper } from '../../web/paper-page.js';
import { roundOf } from '../submission/store.js';
import { readLheFacts } from './lhe-facts.js';
import { lhePaper } from './lhe-paper.js';
import { lheHead, lheList } from './lhe-store.js';
import { placeFor } from './place.js';

/** A report that was concluded is everybody's who sees the LKE; before that it is TPI's. */
export async function findLhePaper(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<FoundPaper | null> {
  const place = await placeFor(deps, req, res, 'lke.read');
  if (place === null) return null;
  const { lke } = place;
  const { db } = deps.store;
  const round = numberParam(req, 'round');
  const head = await lheHead(db, { lkeId: lke.id, round });
  const edition = editionOf(req);
  const kept = (await lheList(db, lke.id)).find(
    (one) => one.round === round && one.edition === edition,
  );
  const paper = kept?.paper ?? null;
  const isDraft =
    paper === null &&
    edition === head.edition &&
    round > 0 &&
    round === (await roundOf(db, lke.id));
  if (paper === null && !(isDraft && may(place, 'lhe.read'))) {
    renderError(req, res, 404);
    return null;
  }
  const isTakenBack = kept !== undefined && kept.takenBackAt !== null;
  const at = [lke.satker.code, lke.year] as const;
  return {
    nav: place.nav,
    paper: markedAs(isTakenBack, paper ?? lhePaper(await readLheFacts(db, deps, lke, round), null)),
    backHref: paper === null ? paths.lhe(...at) : paths.decisions(...at),
    backText: paper === null ? text.links.lhe : text.back,
    docxHref: paths.lheDocx(...at, round, edition),
    fileName: lheText.file(...at, round),
  };
}

function editionOf(req: Request): number {
  const raw = req.query['edisi'];
  return typeof raw === 'string' && /^[1-9]\d{0,3}$/.test(raw) ? Number(raw) : 1;
}
