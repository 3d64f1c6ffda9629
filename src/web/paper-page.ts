import type { Request, RequestHandler, Response } from 'express';
import type { Paper } from '../paper/paper.js';
import { writeDocx } from '../paper/write-docx.js';
import { takeBackText } from '../text/messages/take-back.js';
import type { Deps } from './deps.js';
import type { LkeNav } from './lke-nav.js';
import type { PageBase } from './pages.js';
import { paperView, type PaperView } from './paper-view.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper of an LKE with where it is shown and how its file is called. */
export interface FoundPaper {
  readonly nav: LkeNav;
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

declare module './pages.js' {
  interface PageTypes {
    paper: PaperPage;
  }
}

/** null where the refusal is made already. */
export type PaperFinder = (deps: Deps, req: Request, res: Response) => Promise<FoundPaper | null>;

export function showPaper(deps: Deps, find: PaperFinder): RequestHandler {
  return async (req, res) => {
    const found = await find(deps, req, res);
    if (found === null) return;
    const { nav, paper, backHref, backText, docxHref } = found;
    const page = { title: paper.title, lkeNav: nav, paper: paperView(paper) };
    deps.pages.render(req, res, 'paper', { ...page, backHref, backText, docxHref });
  };
}

export function downloadPaper(deps: Deps, find: PaperFinder): RequestHandler {
  return async (req, res) => {
    const found = await find(deps, req, res);
    if (found === null) return;
    const bytes = await writeDocx(found.paper);
    res.attachment(found.fileName).type(DOCX).send(bytes);
  };
}

/** What was taken back says so wherever it is read; the kept paper itself never changes. */
export function markedAs(isTakenBack: boolean, paper: Paper): Paper {
  return isTakenBack ? { ...paper, heading: [takeBackText.paper, ...paper.heading] } : paper;
}

/** 0, of which there is nothing, where the address names no number. */
export function numberParam(req: Request, name: string): number {
  const raw = (req.params as Record<string, string>)[name] ?? '';
  return /^[1-9]\d{0,8}$/.test(raw) ? Number(raw) : 0;
}
