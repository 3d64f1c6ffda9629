import { Router, type RequestHandler } from 'express';
import { historyHead } from '../../db/history.js';
import type { HistoryTable } from '../../db/schema.js';
import { reaches } from '../../domain/access/roles.js';
import type { Viewer } from '../../domain/access/decide.js';
import type { Deps } from '../../web/deps.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { evidenceKinds } from '../evidence/store.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { submissionsOf } from '../submission/store.js';
import { calendarOf } from '../years/store.js';
import type { Wording } from './describe-value.js';
import { historyPage, type HistoryFacts } from './history-page.js';
import { filterOf, readHistoryQuery, readPlace } from './history-query.js';
import { countHistory, listActors, listHistory, type HistoryPlace } from './store.js';

const PAGE_SIZE = 25;

/** Who changed what in one LKE, and when. */
export function historyRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/lke/:satker/:year/riwayat', showHistory(deps));
  return router;
}

function showHistory(deps: Deps): RequestHandler<{ satker: string; year: string }> {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(
      req,
      res,
      await findLkeFor(deps.store.db, user, 'history.read', req.params),
    );
    if (found === null) return;
    const facts = await readFacts(deps, found.lke, user, req.query);
    deps.pages.render(req, res, 'history/history', historyPage(facts));
  };
}

async function readFacts(
  deps: Deps,
  lke: Lke,
  viewer: Viewer,
  rawQuery: unknown,
): Promise<HistoryFacts> {
  const { db } = deps.store;
  const query = readHistoryQuery(rawQuery);
  const [newest] = await submissionsOf(db, lke.id);
  const filter = filterOf(query, lke, viewer, newest?.headSeq ?? 0);
  const place = readPlace(rawQuery);
  const total = await countHistory(db, filter);
  const found = await listHistory(db, filter, place, PAGE_SIZE + 1);
  return {
    lke,
    viewer,
    query,
    ...pageOf(found, place),
    total,
    actors: await listActors(db, filter),
    head: await historyHead(db),
    wording: wordingFor(deps, lke, viewer),
  };
}

/** One row more than a page was asked for: it tells whether there is another page that way. */
function pageOf(
  found: readonly HistoryTable[],
  { before, after }: HistoryPlace,
): Pick<HistoryFacts, 'rows' | 'older' | 'newer'> {
  const hasMore = found.length > PAGE_SIZE;
  const rows = after === null ? found.slice(0, PAGE_SIZE) : found.slice(-PAGE_SIZE);
  const hasOlder = after === null ? hasMore : true;
  const hasNewer = after === null ? before !== null : hasMore;
  return {
    rows,
    older: hasOlder ? (rows.at(-1)?.seq ?? null) : null,
    newer: hasNewer ? (rows[0]?.seq ?? null) : null,
  };
}

function wordingFor(deps: Deps, lke: Lke, viewer: Viewer): Wording {
  return {
    instrument: deps.instruments.instrument(lke.instrumentId),
    dateNames: new Map(calendarOf(lke.rulesetId).dates.map(({ code, name }) => [code, name])),
    evidenceKinds: new Map(evidenceKinds().map(({ code, name }) => [code, name])),
    showsAddresses: viewer.grants.some(
      (grant) => ['ketua', 'admin'].includes(grant.role) && reaches(grant, lke.satker),
    ),
  };
}
