import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Condition } from '../../domain/lke/transitions.js';
import { paths } from '../../paths.js';
import { conditionText, decideText as text } from '../../text/messages/conclusion.js';
import { otherTierText } from '../../text/messages/common.js';
import { stageText } from '../../text/messages/lke.js';
import { lheText } from '../../text/messages/lhe.js';
import { recommendationText } from '../../text/messages/recommendation.js';
import { tierText } from '../../text/messages/review.js';
import { menujuText } from '../../text/messages/workbook.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import { gateRows, gatesVerdict, totalFigure, type GateRow } from '../../web/gate-rows.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { choicesOf, decisionForm, type DecisionForm } from './decision-form.js';
import type { DecisionShown } from './decision-shown.js';
import { may } from '../../web/lke-place.js';
import type { Place } from './place.js';
import { recommendationView, type RecommendationView } from './recommendation-view.js';
import { returnedView, type ReturnedView } from './returned-view.js';

export interface DecisionPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  /** What was not done, where something was refused. */
  readonly refusedAct: string;
  readonly backHref: string;
  readonly assessed: string;
  /** Before the first assessment there is no score to judge, and none is shown as failed. */
  readonly isBegun: boolean;
  readonly total: string;
  readonly verdict: string;
  readonly passed: boolean;
  readonly prerequisite: string | null;
  readonly gateTable: { readonly target: string; readonly gates: readonly GateRow[] };
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly confirmations: readonly { readonly label: string; readonly value: string }[];
  /** null where nobody recommends to anybody. */
  readonly recommendation: RecommendationView | null;
  /** TPI's, waiting to be answered. */
  readonly returned: ReturnedView | null;
  readonly differencesTitle: string;
  readonly differences: readonly DifferenceRow[];
  readonly notesTitle: string;
  readonly notes: readonly { readonly code: string; readonly text: string }[];
  /** What a no asks for. */
  readonly refusing: string;
  readonly conditions: readonly {
    readonly name: string;
    readonly met: boolean;
    readonly state: string;
  }[];
  readonly readOnly: string | null;
  readonly form: DecisionForm | null;
  /** Where TPI may begin. */
  readonly begin: {
    readonly text: string;
    readonly action: string | null;
    readonly version: number;
  } | null;
}

interface DifferenceRow {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly claim: string;
  readonly own: string;
  readonly reason: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/decision': DecisionPage;
  }
}

/** What a tier found, what a decision asks for, and the form of who decides. */
export function decisionPage(place: Place, shown: DecisionShown): DecisionPage {
  const { lke } = place;
  const { tier, figures, differences, openNotes, problems } = shown;
  const { satker, year, target } = lke;
  const { score } = figures.sheet;
  return {
    title: tier === 'tpi' ? text.titleTpi(satker.name) : text.titlePendahuluan(satker.name),
    lkeNav: place.nav,
    problems: problemLines(problems),
    refusedAct: refusedAct(shown),
    backHref: paths.decisions(satker.code, year),
    assessed: text.assessed(score.answered, score.of),
    isBegun: score.answered > 0,
    total: text.total(totalFigure(figures.report)),
    verdict: gatesVerdict(figures.report),
    passed: figures.report.passed,
    prerequisite: shown.prerequisite,
    gateTable: { target: menujuText(target), gates: gateRows(figures.report.items) },
    links: shown.links,
    confirmations: shown.confirmations,
    recommendation: recommendationOf(place, shown),
    returned: shown.returned === null ? null : returnedView(place, shown.returned),
    differencesTitle: text.differences(differences.length),
    differences: differences.map(({ indicator, claim, own, reason }) => ({
      href: paths.reviewAnswer(satker.code, year, tier, indicator.code),
      code: indicator.code,
      name: indicator.shortName,
      claim: claim === '' ? lheText.unanswered : claim,
      own,
      reason: reason === '' ? text.noReason : reason,
    })),
    notesTitle: text.openNotes(openNotes.length),
    notes: openNotes.map(({ code, messages }) => ({ code, text: messages[0]?.text ?? '' })),
    conditions: conditionsOf(place, shown),
    refusing: text.refusing[tier],
    readOnly: readOnlyOf(place, shown),
    form: decisionForm(place, shown),
    begin: beginOf(place, shown),
  };
}

function refusedAct({ typed, recommendationTyped }: DecisionShown): string {
  if (typed !== null) return text.refusedAct.decide;
  return recommendationTyped === null ? text.refusedAct.begin : text.refusedAct.recommend;
}

/** Asked for the yes; a no asks for less. */
const CONDITIONS_OF: Readonly<Record<JudgingTier, readonly Condition[]>> = {
  pendahuluan: ['all-assessed', 'tier-gates-passed'],
  tpi: ['all-assessed', 'tier-gates-passed', 'checks-written', 'confirmed'],
};

function conditionsOf({ lke }: Place, { tier, facts }: DecisionShown): DecisionPage['conditions'] {
  if (lke.stage !== tier) return [];
  return CONDITIONS_OF[tier].map((condition) => {
    const met = facts[condition] === true;
    return { name: conditionText[condition], met, state: met ? text.met : text.unmet };
  });
}

function readOnlyOf(
  place: Place,
  { tier, recommendation, barredBy }: DecisionShown,
): string | null {
  const { stage } = place.lke;
  if (stage !== tier && !(tier === 'tpi' && stage === 'menunggu-tpi')) {
    return text.readOnly.stage(stageText[stage]);
  }
  if (barredBy !== null) return otherTierText.readOnly(tierText[barredBy]);
  if (stage !== tier || choicesOf(place, tier).length > 0) return null;
  const isAdviser = recommendation !== null && may(place, 'recommendation.make');
  return isAdviser ? recommendationText.reader : text.readOnly.role;
}

function recommendationOf(place: Place, shown: DecisionShown): DecisionPage['recommendation'] {
  const { recommendation, figures, recommendationTyped, problems } = shown;
  if (recommendation === null) return null;
  const view = recommendationView(place, recommendation, figures, recommendationTyped, problems);
  return shown.barredBy === null ? view : { ...view, waits: null, form: null };
}

function beginOf(
  place: Place,
  { tier, facts, version, barredBy }: DecisionShown,
): DecisionPage['begin'] {
  const { lke } = place;
  if (tier !== 'tpi' || lke.stage !== 'menunggu-tpi') return null;
  const ready = facts['letter-recorded'] === true;
  const action = ready && barredBy === null && may(place, 'stage.begin-tpi');
  return {
    text: ready ? text.begin.ready : text.begin.waiting,
    action: action ? paths.beginTpi(lke.satker.code, lke.year) : null,
    version,
  };
}
