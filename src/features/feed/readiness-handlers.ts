import type { RequestHandler } from 'express';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { dayIn } from '../../text/format.js';
import type { Deps } from '../../web/deps.js';
import { lkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { findLkeFor } from '../lke/store.js';
import { buildFeed } from './build-answers.js';
import { listedUnit } from './listed-units.js';
import { proposalOf } from './proposal-store.js';
import { readinessPage } from './readiness-page.js';
import { readFeedSettings } from './settings-store.js';

/** What the portal would receive; TPI's side only for those who may see it at this stage. */
export function showReadiness(deps: Deps): RequestHandler<{ satker: string; year: string }> {
  return async (req, res) => {
    const { store, config, instruments, shareSecret, clock, pages } = deps;
    const { db } = store;
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(db, user, 'lke.read', req.params));
    if (found === null) return;
    const { lke } = found;
    const { satker } = lke;
    const seesTpi = visibleTiers(user, satker, lke.stage).includes('tpi');
    const source = { db, instruments, publicUrl: config.publicUrl, shareSecret };
    const page = readinessPage({
      lke,
      nav: lkeNav(lke, 'export', user),
      instrument: instruments.instrument(lke.instrumentId),
      content: await buildFeed(source, lke, dayIn(clock(), satker.timeZone), seesTpi),
      seesTpi,
      proposal: await proposalOf(db, lke.id),
      isListed: (await listedUnit(db, lke.year, satker.code)) !== null,
      isOn: (await readFeedSettings(db)).enabled,
    });
    pages.render(req, res, 'feed/readiness', page);
  };
}
