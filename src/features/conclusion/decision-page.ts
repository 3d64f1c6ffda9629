import type { JudgingTier } from '../../domain/lke/assessment.js';
import { actionsNow } from '../../domain/lke/judge-transition.js';
import type { Facts } from '../../domain/lke/judge-transition.js';
import type { Condition, Transition } from '../../domain/lke/transitions.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import {
  conditionText,
  decideText as text,
  decisionActionText,
  decisionHintText,
} from '../../text/messages/conclusion.js';
import { stageText } from '../../text/messages/lke.js';
import { lheText } from '../../text/messages/lhe.js';
import {
  reasonHintText,
  recommendationText,
  recommendedText,
} from '../../text/messages/recommendation.js';
import { menujuText } from '../../text/messages/workbook.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import { gateRows, gatesVerdict, totalFigure, type GateRow } from '../../web/gate-rows.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { Unwritten } from '../lhe/store.js';
import type { NoteThread } from '../review/store.js';
import type { LkeReturn } from '../submission/store.js';
import type { Difference, TierFigures } from './figures.js';
import type { DecisionTyped } from './form.js';
import { may } from '../../web/lke-place.js';
import type { Place } from './place.js';
import type { RecommendationTyped } from './recommendation-form.js';
import {
  recommendationView,
  type RecommendationFacts,
  type RecommendationView,
} from './recommendation-view.js';
import { returnedView, type ReturnedView } from './returned-view.js';

export interface DecisionPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
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

interface DecisionForm {
  readonly action: string;
  readonly basis: string;
  readonly choices: readonly {
    readonly value: string;
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly checked: boolean;
  }[];
  readonly choiceProblem: string | null;
  readonly reason: {
    readonly value: string;
    readonly problem: string | null;
    readonly hints: readonly string[];
  };
  /** Sections of TPI's report that stay empty; null where there are none. */
  readonly gaps: {
    readonly checks: readonly string[];
    readonly recommendations: readonly string[];
    readonly href: string;
    readonly checked: boolean;
    readonly problem: string | null;
  } | null;
  readonly checked: boolean;
  readonly checkedProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/decision': DecisionPage;
  }
}

export interface DecisionShown {
  readonly tier: JudgingTier;
  readonly figures: TierFigures;
  readonly facts: Facts;
  /** What TPI's report leaves open. */
  readonly unwritten: Unwritten;
  readonly differences: readonly Difference[];
  /** Of this tier, still open. */
  readonly openNotes: readonly NoteThread[];
  readonly prerequisite: string | null;
  readonly confirmations: DecisionPage['confirmations'];
  readonly links: DecisionPage['links'];
  readonly basis: string;
  readonly version: number;
  readonly recommendation: RecommendationFacts | null;
  readonly recommendationTyped: RecommendationTyped | null;
  readonly returned: LkeReturn | null;
  readonly typed: DecisionTyped | null;
  readonly problems: readonly Problem[];
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
    form: formOf(place, shown),
    begin: beginOf(place, shown),
  };
}

/** The actions of a tier's decision that this person may take now. */
export function choicesOf(place: Place, tier: JudgingTier): readonly Transition[] {
  const { lke, roles } = place;
  const prefix = tier === 'tpi' ? 'conclude-' : 'decide-';
  return actionsNow({ stage: lke.stage, level: lke.satker.level, roles }).filter(({ action }) =>
    action.startsWith(prefix),
  );
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

function readOnlyOf(place: Place, { tier, recommendation }: DecisionShown): string | null {
  const { stage } = place.lke;
  if (stage !== tier && !(tier === 'tpi' && stage === 'menunggu-tpi')) {
    return text.readOnly.stage(stageText[stage]);
  }
  if (stage !== tier || choicesOf(place, tier).length > 0) return null;
  const isAdviser = recommendation !== null && may(place, 'recommendation.make');
  return isAdviser ? recommendationText.reader : text.readOnly.role;
}

function formOf(place: Place, shown: DecisionShown): DecisionForm | null {
  const { tier, typed, problems, basis } = shown;
  const choices = choicesOf(place, tier);
  if (choices.length === 0) return null;
  const { satker, year } = place.lke;
  return {
    action:
      tier === 'tpi'
        ? paths.decisionTpi(satker.code, year)
        : paths.decisionPendahuluan(satker.code, year),
    basis,
    choices: choices.map(({ action }) => ({
      value: action,
      id: `choice-${action}`,
      label: decisionActionText[action] ?? '',
      hint: decisionHintText[action] ?? '',
      checked: typed?.choice === action,
    })),
    choiceProblem: fieldProblem(problems, 'choice'),
    reason: {
      value: typed?.reason ?? '',
      problem: fieldProblem(problems, 'reason'),
      hints: reasonHints(shown),
    },
    gaps: gapsOf(place, shown),
    checked: (typed?.checked ?? '') !== '',
    checkedProblem: fieldProblem(problems, 'checked'),
  };
}

function gapsOf(
  { lke }: Place,
  { unwritten, typed, problems }: DecisionShown,
): DecisionForm['gaps'] {
  if (unwritten.checks.length + unwritten.recommendations.length === 0) return null;
  return {
    ...unwritten,
    href: paths.lhe(lke.satker.code, lke.year),
    checked: (typed?.gaps ?? '') !== '',
    problem: fieldProblem(problems, 'gaps'),
  };
}

/** When the decision must be explained, beyond every no. */
function reasonHints({ recommendation, returned }: DecisionShown): readonly string[] {
  const standing = recommendation?.standing ?? null;
  const holds = standing !== null && standing.holds;
  return [
    holds ? reasonHintText.recommended(recommendedText[standing.kind]) : reasonHintText.base,
    ...(recommendation === null || holds ? [] : [reasonHintText.without]),
    ...(returned === null ? [] : [reasonHintText.returned]),
  ];
}

function recommendationOf(place: Place, shown: DecisionShown): DecisionPage['recommendation'] {
  const { recommendation, figures, recommendationTyped, problems } = shown;
  if (recommendation === null) return null;
  return recommendationView(place, recommendation, figures, recommendationTyped, problems);
}

function beginOf(place: Place, { tier, facts, version }: DecisionShown): DecisionPage['begin'] {
  const { lke } = place;
  if (tier !== 'tpi' || lke.stage !== 'menunggu-tpi') return null;
  const ready = facts['letter-recorded'] === true;
  const action = ready && may(place, 'stage.begin-tpi');
  return {
    text: ready ? text.begin.ready : text.begin.waiting,
    action: action ? paths.beginTpi(lke.satker.code, lke.year) : null,
    version,
  };
}
