import { Router, type RequestHandler } from 'express';
import { mayWorkOnArea } from '../../domain/access/decide.js';
import { paths } from '../../paths.js';
import { normaliseLine } from '../../text/normalise.js';
import { searchText } from '../../text/messages/search.js';
import type { Deps } from '../../web/deps.js';
import { orRefuse } from '../../web/or-refuse.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { findLkeFor, readSheet } from '../lke/store.js';
import { nextUnanswered, workingOrder } from '../../domain/scoring/next-unanswered.js';
import { readWording } from '../wording/store.js';
import { searchPage } from './search-page.js';

type LkeHandler = RequestHandler<{ satker: string; year: string }>;

const MAX_QUERY = 200;

/** Ways through the sheet that do not follow its order: search, and the next unanswered indicator. */
export function searchRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/lke/:satker/:year/cari', showSearch(deps));
  router.get('/lke/:satker/:year/belum-terisi', goToNextUnanswered(deps));
  return router;
}

function showSearch(deps: Deps): LkeHandler {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
    if (found === null) return;
    const { lke } = found;
    const sheet = await readSheet(deps.store.db, deps.instruments, lke, 'mandiri');
    const typed = typeof req.query['q'] === 'string' ? req.query['q'] : '';
    const query = normaliseLine(typed).slice(0, MAX_QUERY);
    const instrument = deps.instruments.instrument(lke.instrumentId);
    const wording = await readWording(deps.store.db, lke.year);
    const page = searchPage({ lke, instrument, sheet, wording }, query, user);
    deps.pages.render(req, res, 'sheet/search', page);
  };
}

/** Redirects to it; where none is left, back to the LKE's home with a word of it. */
function goToNextUnanswered(deps: Deps): LkeHandler {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
    if (found === null) return;
    const { lke } = found;
    const { score } = await readSheet(deps.store.db, deps.instruments, lke, 'mandiri');
    const instrument = deps.instruments.instrument(lke.instrumentId);
    const works = instrument.areas.some(({ key }) => mayWorkOnArea(user, lke.satker, key));
    const after = typeof req.query['setelah'] === 'string' ? req.query['setelah'] : null;
    const next = nextUnanswered(
      workingOrder(instrument),
      score,
      ({ area }) => !works || mayWorkOnArea(user, lke.satker, area),
      after,
    );
    if (next === null) setFlash(req, 'done', searchText.allAnswered);
    const { code } = lke.satker;
    res.redirect(
      303,
      next === null ? paths.lke(code, lke.year) : paths.answer(code, lke.year, next.code),
    );
  };
}
