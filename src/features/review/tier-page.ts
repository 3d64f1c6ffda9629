import type { Area, Indicator } from '../../domain/instrument/instrument.js';
import { isSameAnswer } from '../../domain/lke/assessment.js';
import type { NextAct } from '../../domain/lke/next-act.js';
import { judge } from '../../domain/predikat/gates.js';
import type { GateReport, Ruleset } from '../../domain/predikat/gate.js';
import { paths } from '../../paths.js';
import { answerFigures } from '../../text/answer-text.js';
import { formatScore, formatShort } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { tierListText as text, reviewText, tierName } from '../../text/messages/review.js';
import { nextStepText } from '../../text/messages/review-turn.js';
import { areaText } from '../../text/messages/sheet.js';
import { gateRows, gatesVerdict, totalFigure, type GateRow } from '../../web/gate-rows.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { acceptable, openable } from './acceptable.js';
import { isAssessed, isLapsed, type TierFacts } from './review-facts.js';
import { progressOf, readOnlyReason } from './review-page.js';
import { confirmationsView, type ConfirmationsView, type Confirmed } from './confirmations-view.js';
import { actLink, tierOfAct, type ActLink } from './act-now.js';

export interface TierPage extends PageBase, ConfirmationsView {
  readonly lkeNav: LkeNav;
  readonly others: readonly { readonly href: string; readonly label: string }[];
  readonly stage: string;
  readonly progress: string;
  readonly total: string;
  readonly due: TierDue | null;
  readonly readOnly: string | null;
  readonly resume: ActLink | null;
  /** What is to be done where it is not to assess. */
  readonly nextStep: (ActLink & { readonly text: string }) | null;
  readonly acceptance: { readonly href: string; readonly label: string } | null;
  readonly areas: readonly AreaRow[];
  readonly verdict: string;
  readonly gates: readonly GateRow[];
  readonly filters: readonly { href: string; label: string; current: boolean }[];
  readonly areaName: string;
  readonly rows: readonly TierRow[];
  readonly empty: { readonly title: string; readonly text: string };
}

/** Until when this tier assesses, while it is its turn. */
export interface TierDue {
  readonly text: string;
  readonly isOver: boolean;
}

interface AreaRow {
  readonly href: string;
  readonly name: string;
  readonly current: boolean;
  readonly assessed: string;
  readonly isComplete: boolean;
  readonly lapsed: string;
  readonly differs: string;
  readonly score: string;
}

export interface TierRow {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly claim: string;
  readonly mine: string;
  readonly isAssessed: boolean;
  readonly isLapsed: boolean;
  readonly state: string;
  readonly differs: boolean;
  readonly evidence: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/tier': TierPage;
  }
}

export const TIER_FILTERS = ['', 'belum', 'ulang', 'berbeda'] as const;
export type TierFilter = (typeof TIER_FILTERS)[number];

export interface TierShown extends Confirmed {
  readonly area: Area;
  readonly filter: TierFilter;
  readonly ruleset: Ruleset;
  readonly due: TierDue | null;
  /** What this person has to do now about the LKE. */
  readonly act: NextAct | null;
}

export function tierPage(facts: TierFacts, shown: TierShown): TierPage {
  const { lke, tier, user, instrument, work } = facts;
  const { satker, year } = lke;
  const at = [satker.code, year, tier] as const;
  const readOnly = readOnlyReason(facts);
  const report = judge(shown.ruleset, lke.target, work.score);
  const list = acceptable(facts);
  const ready = readOnly === null && list.length > 0;
  return {
    title: tierName(tier),
    lkeNav: lkeNav(lke, 'review', user),
    others: tier === 'tpi' && satker.level !== 'pusat' ? [lowerTier(satker.code, year)] : [],
    stage: text.stage(stageText[lke.stage]),
    ...progressOf(facts),
    total: reviewText.total(totalFigure(report)),
    due: shown.due,
    readOnly,
    ...stepsOf(facts, shown.act, readOnly === null),
    acceptance: ready
      ? { href: paths.reviewAcceptance(...at), label: text.acceptance(list.length) }
      : null,
    areas: instrument.areas.map((area) => areaRow(facts, area, area === shown.area)),
    ...gatesOf(report, work.score.answered),
    ...confirmationsView(facts, shown),
    filters: TIER_FILTERS.map((one) => ({
      href: withQuery(paths.review(...at), { area: shown.area.key, saring: one }),
      label: text.filters[one],
      current: one === shown.filter,
    })),
    areaName: areaText.name(shown.area.key, shown.area.name),
    rows: shown.area.indicators
      .filter((one) => passes(facts, one, shown.filter))
      .map((one) => rowOf(facts, one)),
    empty: text.empty,
  };
}

/** On to the first unassessed indicator; where there is none, what comes then. */
function stepsOf(
  { lke, tier, work }: TierFacts,
  act: NextAct | null,
  isMine: boolean,
): Pick<TierPage, 'resume' | 'nextStep'> {
  const { answered, of } = work.score;
  const to = { satker: lke.satker.code, year: lke.year, tier, hasBegun: answered > 0 };
  const isAssessing = isMine && answered < of;
  const isHere = act !== null && act !== 'assess' && tierOfAct(act) === tier;
  return {
    resume: isAssessing ? actLink('assess', to) : null,
    nextStep: isHere ? { ...actLink(act, to), text: stepText(act) } : null,
  };
}

function stepText(act: NextAct): string {
  if (act === 'begin') return nextStepText.letterSent;
  if (act === 'send-letter') return nextStepText.letterWaits;
  return act === 'answer-return' ? nextStepText.returned : nextStepText.done;
}

/** Before anything is assessed nothing has failed. */
function gatesOf(report: GateReport, assessed: number): Pick<TierPage, 'verdict' | 'gates'> {
  if (assessed === 0) return { verdict: text.noneAssessed, gates: [] };
  return { verdict: text.verdict(gatesVerdict(report)), gates: gateRows(report.items) };
}

function lowerTier(satker: string, year: number): TierPage['others'][number] {
  return { href: paths.review(satker, year, 'pendahuluan'), label: tierName('pendahuluan') };
}

function areaRow(facts: TierFacts, area: Area, current: boolean): AreaRow {
  const { lke, tier, work } = facts;
  const count = (test: (one: Indicator) => boolean) => area.indicators.filter(test).length;
  const assessed = count((one) => isAssessed(facts, one));
  const scored = work.score.areas.find(({ key }) => key === area.key)?.score;
  return {
    href: paths.reviewArea(lke.satker.code, lke.year, tier, area.key),
    name: areaText.name(area.key, area.name),
    current,
    assessed: text.of(assessed, area.indicators.length),
    isComplete: assessed === area.indicators.length,
    lapsed: String(count((one) => isLapsed(facts, one))),
    differs: String(count((one) => differs(facts, one))),
    score: text.score(formatScore(scored ?? work.score.hasil.score), formatShort(area.weight)),
  };
}

function differs(facts: TierFacts, indicator: Indicator): boolean {
  const { work, claimed } = facts;
  const { code } = indicator;
  if (!isAssessed(facts, indicator)) return false;
  return !isSameAnswer(work.rows.get(code)?.value ?? null, claimed.get(code)?.value ?? null);
}

function passes(facts: TierFacts, indicator: Indicator, filter: TierFilter): boolean {
  switch (filter) {
    case '':
      return true;
    case 'belum':
      return !isAssessed(facts, indicator);
    case 'ulang':
      return isLapsed(facts, indicator);
    case 'berbeda':
      return differs(facts, indicator);
  }
}

function rowOf(facts: TierFacts, indicator: Indicator): TierRow {
  const { lke, tier, work, claimed, opened } = facts;
  const { code } = indicator;
  const [assessed, lapsed] = [isAssessed(facts, indicator), isLapsed(facts, indicator)];
  const documents = openable(facts, indicator);
  const seen = documents.filter((one) => opened.has(one.versionId)).length;
  const { state } = reviewText;
  const isKept = work.judged.has(code);
  return {
    href: paths.reviewAnswer(lke.satker.code, lke.year, tier, code),
    code,
    name: indicator.shortName,
    claim: answerFigures(indicator, claimed.get(code)?.value ?? null) || reviewText.noAnswer,
    mine: isKept ? answerFigures(indicator, work.rows.get(code)?.value ?? null) : '',
    isAssessed: assessed,
    isLapsed: lapsed,
    state: lapsed ? state.lapsed : assessed ? state.assessed : state.open,
    differs: differs(facts, indicator),
    evidence: documents.length === 0 ? text.noEvidence : text.opened(seen, documents.length),
  };
}
