import type { Request, RequestHandler, Response } from 'express';
import { decideGeneral } from '../../domain/access/decide.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { findOpenYear } from '../../db/open-years.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';

/** An opened year and its instrument. */
export interface WordingYear {
  readonly year: number;
  readonly instrument: Instrument;
}

export type WordingHandler = (req: Request, res: Response, of: WordingYear) => Promise<void>;

/** For the administrator alone; a year that is not open does not exist. */
export function ofYear(deps: Deps, handler: WordingHandler): RequestHandler<{ year: string }> {
  return async (req, res) => {
    if (decideGeneral(userOf(res), 'year.manage') !== 'allowed') {
      renderError(req, res, 403);
      return;
    }
    const year = /^\d{4}$/.test(req.params.year) ? Number(req.params.year) : 0;
    const opened = await findOpenYear(deps.store.db, year);
    if (opened === null) renderError(req, res, 404);
    else
      await handler(req, res, {
        year,
        instrument: deps.instruments.instrument(opened.instrumentId),
      });
  };
}
