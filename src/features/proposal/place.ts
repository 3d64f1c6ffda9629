import type { Request, RequestHandler, Response } from 'express';
import { decideGeneral } from '../../domain/access/decide.js';
import type { SatkerPlace } from '../../domain/access/roles.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { findOpenYear, type OpenYear } from '../../db/open-years.js';
import type { Actor } from '../../db/store.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';

/** The centre writes letters in WIB. */
export const CENTRE_ZONE = NATIONAL_ZONE;

const CENTRE: SatkerPlace = { code: '00', provinceCode: '00', level: 'pusat' };

/** To propose is the centre's alone, whatever the satker. */
export const centreOnly: RequestHandler = (req, res, next) => {
  if (decideGeneral(userOf(res), 'proposal.make') === 'allowed') next();
  else renderError(req, res, 403);
};

export function centreActor(req: Request, res: Response): Actor {
  return actorOf(req, userOf(res), 'stage.propose', CENTRE);
}

export type YearHandler<Params> = (
  req: Request<Params>,
  res: Response,
  year: OpenYear,
) => Promise<void>;

/** The same for what the administrator sets of a year. */
export function adminYear<Params extends { year: string }>(
  deps: Deps,
  handler: YearHandler<Params>,
): RequestHandler<Params> {
  return withYear(deps, async (req, res, year) => {
    if (decideGeneral(userOf(res), 'year.manage') === 'allowed') await handler(req, res, year);
    else renderError(req, res, 403);
  });
}

/** Finds the year of the address; one that is not open does not exist. */
export function withYear<Params extends { year: string }>(
  deps: Deps,
  handler: YearHandler<Params>,
): RequestHandler<Params> {
  return async (req, res) => {
    const typed = req.params.year;
    const year = /^\d{4}$/.test(typed) ? await findOpenYear(deps.store.db, Number(typed)) : null;
    if (year === null) renderError(req, res, 404);
    else await handler(req, res, year);
  };
}
