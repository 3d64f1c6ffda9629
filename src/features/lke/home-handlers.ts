import type { RequestHandler } from 'express';
import { judge } from '../../domain/predikat/gates.js';
import type { Deps } from '../../web/deps.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { areaChart, areaChartSvg } from './area-chart.js';
import { readHomeFacts } from './home-facts.js';
import { homePage } from './home-page.js';
import { findLkeFor, readSheet } from './store.js';

type LkeHandler = RequestHandler<{ satker: string; year: string }>;

/** `/lke/:satker/:year`: where this satker stands and what is left to do. */
export function showLkeHome(deps: Deps): LkeHandler {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
    if (found === null) return;
    const facts = await readHomeFacts(deps, found.lke);
    deps.pages.render(req, res, 'lke/home', homePage(facts, user, deps.clock()));
  };
}

/** The six areas as an image; its table stands on the page. */
export function showAreaChart(deps: Deps): LkeHandler {
  return async (req, res) => {
    const { store, instruments } = deps;
    const found = orRefuse(
      req,
      res,
      await findLkeFor(store.db, userOf(res), 'lke.read', req.params),
    );
    if (found === null) return;
    const { lke } = found;
    const { score } = await readSheet(store.db, instruments, lke, 'mandiri');
    const report = judge(instruments.ruleset(lke.rulesetId), lke.target, score);
    res.type('image/svg+xml').send(await areaChartSvg(areaChart(score.areas, report)));
  };
}
