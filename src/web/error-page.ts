import type { Request, Response } from 'express';
import type { PageBase, Pages } from './pages.js';
import { errorPages, expiredTokenText, type ErrorStatus } from '../text/messages/common.js';

export interface ErrorPage extends PageBase {
  readonly status: number;
  readonly text: string;
  /** Number under which the log has the rest. */
  readonly reference: string | null;
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
  const { title, text } = errorPages[status];
  pagesOf(req).render(req, res, 'error', { title, status, text, reference }, status);
}

/** A form whose token is too old or not ours. */
export function renderExpiredForm(req: Request, res: Response): void {
  const { title } = errorPages[403];
  const page = { title, status: 403, text: expiredTokenText, reference: null };
  pagesOf(req).render(req, res, 'error', page, 403);
}

function pagesOf(req: Request): Pages {
  return req.app.get('pages') as Pages;
}
