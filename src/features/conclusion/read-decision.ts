import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { decisionsText } from '../../text/messages/conclusion.js';
import { lheText } from '../../text/messages/lhe.js';
import { navText } from '../../text/messages/nav.js';
import { tierListText, tierText } from '../../text/messages/review.js';
import { roleName } from '../../text/messages/users.js';
import type { Deps } from '../../web/deps.js';
import { barredFrom } from '../../web/tier-store.js';
import { confirmationsOf, threadsOf } from '../review/store.js';
import { heldPredikat, predikatOf } from '../satker/store.js';
import { decisionBasis } from './decide-lke.js';
import type { DecisionShown } from './decision-shown.js';
import { readFacts } from './decision-facts.js';
import { readDifferences, readFigures } from './figures.js';
import type { DecisionTyped } from './form.js';
import { readRecommendation } from './recommendation-view.js';
import { waitingReturn } from './standing-recommendation.js';
import { may } from '../../web/lke-place.js';
import type { Place } from './place.js';

/** What somebody does on the page, by whoever may. */
const ACTS = {
  pendahuluan: ['stage.decide-layak', 'recommendation.make'],
  tpi: ['stage.conclude-memenuhi', 'stage.begin-tpi'],
} as const;

/** What the page of a decision shows. */
export async function readDecision(
  deps: Deps,
  place: Place,
  tier: JudgingTier,
  typed: DecisionTyped | null,
  problems: readonly Problem[],
): Promise<DecisionShown> {
  const { db } = deps.store;
  const { lke } = place;
  const instrument = deps.instruments.instrument(lke.instrumentId);
  const figures = await readFigures(db, deps.instruments, lke, tier);
  const mandiri = await readFigures(db, deps.instruments, lke, 'mandiri');
  const sheets = { mandiri: mandiri.sheet, own: figures.sheet };
  const threads = await threadsOf(db, lke.id);
  return {
    tier,
    figures,
    ...(await readFacts(db, deps, lke, figures)),
    differences: await readDifferences(db, lke, instrument, tier, sheets),
    openNotes: threads.filter((one) => one.tier === tier && one.closedAt === null),
    prerequisite: await prerequisiteOf(deps, place),
    confirmations: tier === 'tpi' ? await confirmationLines(deps, place) : [],
    links: linksOf(place, tier),
    // A refused form keeps what it was made from.
    basis: typed === null ? await decisionBasis(db, deps, lke, tier) : typed.basis,
    version: lke.version,
    recommendation: await readRecommendation(db, place, tier),
    recommendationTyped: null,
    barredBy: await barredFrom(db, place.user, ACTS[tier], lke),
    returned: tier === 'pendahuluan' ? await waitingReturn(db, lke) : null,
    typed,
    problems,
  };
}

async function prerequisiteOf(deps: Deps, { lke }: Place): Promise<string | null> {
  if (lke.target !== 'wbbm') return null;
  const { predikat } = deps.instruments.ruleset(lke.rulesetId).prerequisite.wbbm;
  const held = heldPredikat(await predikatOf(deps.store.db, lke.satker.code), predikat);
  const { met, unmet } = lheText.prerequisite;
  return held === null ? unmet : met(held.year, held.decreeNumber);
}

async function confirmationLines(deps: Deps, { lke }: Place) {
  const found = await confirmationsOf(deps.store.db, lke.id, 'tpi');
  return (['tpi-ketua', 'tpi-dalnis'] as const).map((role) => {
    const one = found.find((each) => each.role === role);
    if (one === undefined) return { label: roleName(role), value: tierListText.unconfirmed };
    const when = formatInstant(one.at, lke.satker.timeZone);
    const { confirmed, fallen } = tierListText;
    return {
      label: roleName(role),
      value: one.holds ? confirmed(when, one.by) : fallen(when, one.by),
    };
  });
}

function linksOf(place: Place, tier: JudgingTier): DecisionShown['links'] {
  const at = [place.lke.satker.code, place.lke.year] as const;
  const links = [
    { href: paths.review(...at, tier), label: tierText[tier] },
    { href: paths.comparison(...at), label: navText.comparison },
  ];
  if (tier === 'tpi' && may(place, 'lhe.read')) {
    links.push({ href: paths.lhe(...at), label: decisionsText.links.lhe });
  }
  return links;
}
