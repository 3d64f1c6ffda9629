import type { Request, RequestHandler, Response } from 'express';
import type { Paper } from '../../paper/paper.js';
import { writeDocx } from '../../paper/write-docx.js';
import { paths } from '../../paths.js';
import { decisionsText as text } from '../../text/messages/conclusion.js';
import { letterText } from '../../text/messages/letter.js';
import { lheText } from '../../text/messages/lhe.js';
import { takeBackText } from '../../text/messages/take-back.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { paperView, type PaperView } from '../../web/paper-view.js';
import { roundOf } from '../submission/store.js';
import { excerptFor } from './letter-excerpt.js';
import { findLetter } from './letter-store.js';
import { lheHead, lheList } from './lhe-store.js';
import { readLheFacts } from './lhe-facts.js';
import { lhePaper } from './lhe-paper.js';
import { may, placeFor, type Place } from './place.js';
import { paperOf } from './read-letter.js';
import { isLetterTakenBack } from './take-back-store.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper with where it is shown and how its file is called. */
interface Found {
  readonly place: Place;
  readonly paper: Paper;
  readonly backHref: string;
  readonly backText: string;
  readonly docxHref: string;
  readonly fileName: string;
}

/** A letter or report of an LKE, to be read and printed on A4. */
export interface PaperPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly backText: string;
  readonly docxHref: string;
  readonly paper: PaperView;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/paper': PaperPage;
  }
}

type Finder = (deps: Deps, req: Request, res: Response) => Promise<Found | null>;

export function showPaper(deps: Deps, find: Finder): RequestHandler {
  return async (req, res) => {
    const found = await find(deps, req, res);
    if (found === null) return;
    const { place, paper, backHref, backText, docxHref } = found;
    const page = { title: paper.title, lkeNav: place.nav, paper: paperView(paper) };
    deps.pages.render(req, res, 'conclusion/paper', { ...page, backHref, backText, docxHref });
  };
}

export function downloadPaper(deps: Deps, find: Finder): RequestHandler {
  return async (req, res) => {
    const found = await find(deps, req, res);
    if (found === null) return;
    const bytes = await writeDocx(found.paper);
    res.attachment(found.fileName).type(DOCX).send(bytes);
  };
}

/** A letter that went out is read by all who see the LKE, each of what they see; a draft is its writer's. */
export async function findLetterPaper(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<Found | null> {
  const place = await placeFor(deps, req, res, 'lke.read');
  if (place === null) return null;
  const { lke } = place;
  const { db } = deps.store;
  const letter = await findLetter(db, numberParam(req, 'id'), lke.id);
  if (letter === null || (letter.sentAt === null && !may(place, 'stage.send-letter'))) {
    renderError(req, res, 404);
    return null;
  }
  const at = [lke.satker.code, lke.year] as const;
  return {
    place,
    paper: markedAs(
      await isLetterTakenBack(db, letter.id, lke.id),
      await excerptFor(db, place.user, letter.id, await paperOf(db, deps, letter)),
    ),
    backHref: letter.sentAt === null ? paths.letter(...at) : paths.decisions(...at),
    backText: letter.sentAt === null ? text.links.letter : text.back,
    docxHref: paths.letterDocx(...at, letter.id),
    fileName: letterText.file(...at),
  };
}

/** A report that was concluded is everybody's who sees the LKE; before that it is TPI's. */
export async function findLhePaper(deps: Deps, req: Request, res: Response): Promise<Found | null> {
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
    place,
    paper: markedAs(isTakenBack, paper ?? lhePaper(await readLheFacts(db, deps, lke, round), null)),
    backHref: paper === null ? paths.lhe(...at) : paths.decisions(...at),
    backText: paper === null ? text.links.lhe : text.back,
    docxHref: paths.lheDocx(...at, round, edition),
    fileName: lheText.file(...at, round),
  };
}

/** What was taken back says so wherever it is read; the kept paper itself never changes. */
function markedAs(isTakenBack: boolean, paper: Paper): Paper {
  return isTakenBack ? { ...paper, heading: [takeBackText.paper, ...paper.heading] } : paper;
}

function editionOf(req: Request): number {
  const raw = req.query['edisi'];
  return typeof raw === 'string' && /^[1-9]\d{0,3}$/.test(raw) ? Number(raw) : 1;
}

/** 0, of which there is nothing, where the address names no number. */
function numberParam(req: Request, name: string): number {
  const raw = (req.params as Record<string, string>)[name] ?? '';
  return /^[1-9]\d{0,8}$/.test(raw) ? Number(raw) : 0;
}
