import type { RequestHandler } from 'express';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { findLkeFor } from '../lke/store.js';
import { readAreaFacts } from './area-facts.js';
import { areaPage } from './area-page.js';
import { AREA_FILTERS } from './area-rows.js';

type AreaHandler = RequestHandler<{ satker: string; year: string; area: string }>;

/** `/lke/:satker/:year/area/:area`: every indicator of one area with its state. */
export function showArea(deps: Deps): AreaHandler {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
    if (found === null) return;
    const { areas } = deps.instruments.instrument(found.lke.instrumentId);
    const area = areas.find(({ key }) => key === req.params.area);
    if (area === undefined) {
      renderError(req, res, 404);
      return;
    }
    const filter = AREA_FILTERS.find((one) => one === req.query['saring']) ?? '';
    const facts = await readAreaFacts(deps, found.lke, area);
    deps.pages.render(req, res, 'sheet/area', areaPage(facts, user, filter));
  };
}
