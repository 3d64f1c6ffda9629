import type { Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { validityOf } from '../../domain/lke/take-back.js';
import { judgeValue } from '../../domain/predikat/gates.js';
import { paths } from '../../paths.js';
import { formatInstant, formatScore } from '../../text/format.js';
import { effectText, kindText } from '../../text/messages/conclusion.js';
import { outcomeText as text } from '../../text/messages/lke.js';
import { tierText, tierWithin } from '../../text/messages/review.js';
import { gateRow } from '../../web/gate-rows.js';
import type { Decision } from '../conclusion/store.js';
import type { HomeFacts } from './home-facts.js';
import { DECIDING, type Deciding } from './outcome-facts.js';

export interface OutcomeView {
  readonly name: string;
  readonly isYes: boolean;
  readonly when: string;
  /** That tier's total beside the satker's own; null where this person may not see it or it has none. */
  readonly score: string | null;
  readonly effect: string;
  readonly reason: string;
  readonly report: { readonly href: string; readonly label: string } | null;
}

/** The decision of each tier that stands, lowest tier first. */
export function outcomesOf(facts: HomeFacts, viewer: Viewer): readonly OutcomeView[] {
  return DECIDING.flatMap((tier) => {
    const decision = facts.outcomes.decisions.find((one) => one.tier === tier);
    if (decision === undefined || !stands(decision, facts, viewer)) return [];
    return [outcomeOf(decision, tier, facts, viewer)];
  });
}

/** As far as this person knows what came after. */
function stands(
  decision: Decision,
  { lke, returns, outcomes }: HomeFacts,
  viewer: Viewer,
): boolean {
  const whenItCame = visibleTiers(viewer, lke.satker, 'pendahuluan');
  const known = returns.filter(({ opened, tier }) => opened || whenItCame.includes(tier));
  const since = { round: outcomes.round, returnedAt: known.map(({ returnedAt }) => returnedAt) };
  return validityOf(decision, since) === 'stands';
}

function outcomeOf(
  decision: Decision,
  tier: Deciding,
  facts: HomeFacts,
  viewer: Viewer,
): OutcomeView {
  const { lke, outcomes } = facts;
  const at = [lke.satker.code, lke.year] as const;
  const report = outcomes.reports.get(decision.id);
  return {
    name: text.name(tierText[tier], kindText[decision.kind]),
    isYes: decision.effect === 'moves',
    when: formatInstant(decision.at, lke.satker.timeZone),
    score: visibleTiers(viewer, lke.satker, lke.stage).includes(tier) ? scoreOf(tier, facts) : null,
    effect: effectText[decision.effect],
    reason: decision.reason === '' ? '' : text.reason(decision.reason),
    report:
      report === undefined
        ? null
        : { href: paths.lhePrint(...at, report.round, report.edition), label: text.report },
  };
}

function scoreOf(tier: Deciding, { lke, ruleset, sheet, outcomes }: HomeFacts): string | null {
  const total = outcomes.totals[tier];
  if (total === null) return null;
  const rule = ruleset.gates[lke.target].find(({ code }) => code === 'total');
  const shown = rule === undefined ? formatScore(total) : gateRow(judgeValue(rule, total)).alone;
  return text.score(tierWithin(tier), shown, formatScore(sheet.score.total));
}
