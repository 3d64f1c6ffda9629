import type { JudgingTier } from '../../domain/lke/assessment.js';
import { actionsNow } from '../../domain/lke/judge-transition.js';
import type { Transition } from '../../domain/lke/transitions.js';
import { paths } from '../../paths.js';
import { decisionActionText, decisionHintText } from '../../text/messages/conclusion.js';
import { reasonHintText, recommendedText } from '../../text/messages/recommendation.js';
import { fieldProblem } from '../../web/form-problems.js';
import type { DecisionShown } from './decision-shown.js';
import type { Place } from './place.js';

/** The form of who decides. */
export interface DecisionForm {
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

/** The actions of a tier's decision that this person may take now. */
export function choicesOf(place: Place, tier: JudgingTier): readonly Transition[] {
  const { lke, roles } = place;
  const prefix = tier === 'tpi' ? 'conclude-' : 'decide-';
  return actionsNow({ stage: lke.stage, level: lke.satker.level, roles }).filter(({ action }) =>
    action.startsWith(prefix),
  );
}

export function decisionForm(place: Place, shown: DecisionShown): DecisionForm | null {
  const { tier, typed, problems, basis, barredBy } = shown;
  const choices = choicesOf(place, tier);
  if (choices.length === 0 || barredBy !== null) return null;
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
