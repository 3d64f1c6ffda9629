import type { Request, RequestHandler, Response } from 'express';
import type { Area } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { tpnText as text } from '../../text/messages/tpn.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { readAnswers } from '../lke/store.js';
import { parseArea, readAreaForm, type TypedArea } from './area-form.js';
import { tpnAreaPage } from './area-page.js';
import { placeToRecord, stopClosed, type TpnPlace } from './place.js';
import { recordTpnAnswers } from './record-answers.js';

export function showArea(deps: Deps): RequestHandler {
  return withArea(deps, (req, res, place, area) =>
    renderArea(deps, req, res, { place, area, typed: null, problems: [], status: 200 }),
  );
}

/** All of TPN's answers of one area in one save. */
export function postArea(deps: Deps): RequestHandler {
  return withArea(deps, async (req, res, place, area) => {
    const typed = readAreaForm(req.body, area.indicators);
    const { entries, problems } = parseArea(typed, area.indicators);
    if (problems.length > 0) {
      await renderArea(deps, req, res, { place, area, typed, problems, status: 422 });
      return;
    }
    const { lke, actor } = place;
    const result = await recordTpnAnswers(deps, { lke, entries, seen: typed.seen, actor });
    switch (result.kind) {
      case 'closed':
        stopClosed(deps, req, res, result.stage);
        return;
      case 'stale': {
        const stale = [{ field: '', code: 'tpn-stale' }];
        await renderArea(deps, req, res, { place, area, typed, problems: stale, status: 409 });
        return;
      }
      case 'done':
        setFlash(req, 'done', text.savedAnswers(result.changed));
        res.redirect(303, paths.tpnResult(lke.satker.code, lke.year));
    }
  });
}

interface Shown {
  readonly place: TpnPlace;
  readonly area: Area;
  readonly typed: TypedArea | null;
  readonly problems: readonly Problem[];
  readonly status: number;
}

async function renderArea(
  deps: Deps,
  req: Request,
  res: Response,
  { place, area, typed, problems, status }: Shown,
): Promise<void> {
  const { db } = deps.store;
  const codes = area.indicators.map(({ code }) => code);
  const rows = {
    tpn: await readAnswers(db, place.lke.id, 'tpn', codes),
    tpi: await readAnswers(db, place.lke.id, 'tpi', codes),
  };
  const page = tpnAreaPage(place, area, rows, typed, problems, status === 409);
  deps.pages.render(req, res, 'tpn/area', page, status);
}

function withArea(
  deps: Deps,
  answer: (req: Request, res: Response, place: TpnPlace, area: Area) => Promise<void>,
): RequestHandler {
  return async (req, res) => {
    const place = await placeToRecord(deps, req, res);
    if (place === null) return;
    const area = place.instrument.areas.find(({ key }) => key === req.params['area']);
    if (area === undefined) renderError(req, res, 404);
    else await answer(req, res, place, area);
  };
}
