import type { Request, Response } from 'express';
import type { Tier } from '../domain/access/tiers.js';
import type { PageBase, Pages } from './pages.js';
import {
  errorPages,
  expiredTokenText,
  otherTierText,
  fileTokenText,
  typedTokenText,
  type ErrorStatus,
} from '../text/messages/common.js';
import { forbiddenText } from '../text/messages/forbidden.js';
import { tierText } from '../text/messages/review.js';
import { signedInOf } from './signed-in.js';
import { referringPage, typedInto, type TypedField } from './typed-form.js';

export interface ErrorPage extends PageBase {
  readonly status: number;
  readonly text: string;
  /** Number under which the log has the rest. */
  readonly reference: string | null;
  /** The page of a form that was refused as a whole. */
  readonly back: string | null;
  /** What was typed into it, to be copied. */
  readonly typed: readonly TypedField[];
}

declare module './pages.js' {
  interface PageTypes {
    error: ErrorPage;
  }
}

/** The clear sentence for a status; nothing of the inside is shown. */
export function renderError(
  req: Request,
  res: Response,
  status: ErrorStatus,
  reference: string | null = null,
): void {
  const { title, text: what } = errorPages[status];
  const text = status === 403 ? [what, ...whomToAsk(res)].join(' ') : what;
  const { back, typed } = keptFrom(req, res, status);
  const page = { title, status, text, reference, back, typed };
  pagesOf(req).render(req, res, 'error', page, status);
}

/** By what the person is, since whom to ask differs. */
function whomToAsk(res: Response): readonly string[] {
  const user = signedInOf(res);
  if (user === null) return [];
  if (user.grants.length === 0) return [forbiddenText.noRole];
  return [...new Set(user.grants.map(({ role }) => forbiddenText.ask(role)))];
}

/**
 * What a person signed in had typed; of a page that is not there nothing is said. The address posted
 * to is no way back: it may name what this person shall not know of.
 */
function keptFrom(req: Request, res: Response, status: ErrorStatus): Refused {
  const typed = status === 404 || signedInOf(res) === null ? [] : typedInto(req).typed;
  return typed.length === 0 ? { back: null, typed } : { back: referringPage(req), typed };
}

interface Refused {
  readonly back: string | null;
  readonly typed: readonly TypedField[];
}

/** A form whose token is too old or not ours; what was typed is shown to be copied, never stored. */
export function renderExpiredForm(req: Request, res: Response): void {
  const { title } = errorPages[403];
  const { back, typed } = typedInto(req);
  const said = typed.length === 0 ? expiredTokenText : typedTokenText;
  const text = req.is('multipart/form-data') ? `${said} ${fileTokenText}` : said;
  pagesOf(req).render(
    req,
    res,
    'error',
    { title, status: 403, text, reference: null, back, typed },
    403,
  );
}

/** Who took part in one tier of an LKE writes in no other (domain.md, Who). */
export function renderOtherTier(
  req: Request,
  res: Response,
  { tier, satker }: { readonly tier: Tier; readonly satker: string },
): void {
  const { title } = otherTierText;
  const text = otherTierText.text(tierText[tier], satker);
  const page = { title, status: 403, text, reference: null, ...typedInto(req) };
  pagesOf(req).render(req, res, 'error', page, 403);
}

function pagesOf(req: Request): Pages {
  return req.app.get('pages') as Pages;
}
