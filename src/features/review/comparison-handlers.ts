import type { RequestHandler } from 'express';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { exactFromDecimal } from '../../domain/exact.js';
import { isJudgingTier } from '../../domain/lke/assessment.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, readJudged, readScore, readSheet, type Lke } from '../lke/store.js';
import { totalsOf } from '../tpn/store.js';
import type { ComparedTier, FieldTotals } from './comparison-facts.js';
import { comparisonPage } from './comparison-page.js';

/** Every tier that this person sees now, side by side: sums, gates, indicators by disagreement. */
export function showComparison(deps: Deps): RequestHandler<{ satker: string; year: string }> {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
    if (found === null) return;
    const { lke } = found;
    const instrument = deps.instruments.instrument(lke.instrumentId);
    const { area: key } = req.query;
    const area = key === undefined ? null : instrument.areas.find((one) => one.key === key);
    if (area === undefined) {
      renderError(req, res, 404);
      return;
    }
    const ruleset = deps.instruments.ruleset(lke.rulesetId);
    const tiers = await readTiers(deps, lke, user);
    const field = await readField(deps, lke, user);
    const page = comparisonPage({ lke, user, instrument, ruleset, tiers, field, area });
    deps.pages.render(req, res, 'review/comparison', page);
  };
}

/** What TPN found in the field, for those who see TPN's work now. */
async function readField({ store }: Deps, lke: Lke, user: SignedIn): Promise<FieldTotals | null> {
  if (!visibleTiers(user, lke.satker, lke.stage).includes('tpn')) return null;
  const found = await totalsOf(store.db, lke.id);
  if (found === null) return null;
  const exact = (points: string | null) => (points === null ? null : exactFromDecimal(points));
  const { total, pengungkit, hasil } = found;
  return {
    total: exactFromDecimal(total),
    pengungkit: exact(pengungkit),
    hasil: exact(hasil),
  };
}

/** A tier that has not begun has no column. */
async function readTiers(
  { store, instruments }: Deps,
  lke: Lke,
  user: SignedIn,
): Promise<readonly ComparedTier[]> {
  const tiers: ComparedTier[] = [];
  for (const tier of visibleTiers(user, lke.satker, lke.stage)) {
    if ((await readScore(store.db, lke.id, tier)) === null) continue;
    const sheet = await readSheet(store.db, instruments, lke, tier);
    const judged = isJudgingTier(tier) ? await readJudged(store.db, lke.id, tier) : new Map();
    tiers.push({ tier, sheet, judged });
  }
  return tiers;
}
