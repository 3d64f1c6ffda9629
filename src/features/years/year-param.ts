import type { Request, RequestHandler, Response } from 'express';
import { renderError } from '../../web/error-page.js';
import type { Deps } from '../../web/deps.js';
import { findYear, type YearRow } from './year-store.js';

export type YearHandler = (req: Request, res: Response, year: YearRow) => Promise<void>;

/** Finds the year of the address; one that is not open does not exist. */
export function withYear(deps: Deps, handler: YearHandler): RequestHandler<{ year: string }> {
  return async (req, res) => {
    const typed = req.params.year;
    const year = /^\d{4}$/.test(typed) ? await findYear(deps.store.db, Number(typed)) : null;
    if (year === null) renderError(req, res, 404);
    else await handler(req, res, year);
  };
}
