import type { Exact } from '../../domain/exact.js';
import { touchedGates } from '../../domain/predikat/touched-gates.js';
import { explainIndicator, type Explanation } from '../../domain/scoring/explain.js';
import { implausibleCounts } from '../../domain/scoring/implausible-counts.js';
import type { Indicator } from '../../domain/instrument/instrument.js';
import { formatScore, formatShort } from '../../text/format.js';
import { answerText, appRuleText, scoreText as text } from '../../text/messages/sheet.js';
import { gateRows, type GateRow } from '../../web/gate-rows.js';
import type { AnswerFacts } from './answer-facts.js';
import { nextText, whyText } from './why-text.js';

/** The points of one indicator, why, what more would bring, and what they decide. */
export interface ScoreView {
  readonly points: string;
  readonly why: string;
  /** Formula in words and the rule for zero denominators, of numeric indicators. */
  readonly formula: string | null;
  /** A rule of ours that decided this value. */
  readonly appRule: { readonly name: string; readonly text: string } | null;
  readonly next: string;
  readonly totals: readonly TotalRow[];
  readonly gates: readonly GateRow[];
  readonly warnings: readonly string[];
}

interface TotalRow {
  readonly name: string;
  readonly now: string;
  /** After the next step; null where there is none. */
  readonly then: string | null;
}

export function scoreView(facts: AnswerFacts): ScoreView {
  const { instrument, indicator, row, report } = facts;
  const explanation = explainIndicator(instrument, indicator.code, row?.value ?? null);
  const { points, fullPoints } = explanation;
  return {
    points: text.points(formatShort(points, 3), formatShort(fullPoints, 3)),
    why: whyText(indicator, explanation),
    formula: indicator.type === 'counts' ? indicator.formula.words : null,
    appRule: appRuleOf(indicator, explanation),
    next: nextText(indicator, explanation),
    totals: totalsOf(facts, explanation),
    gates: gateRows(touchedGates(report, indicator)),
    warnings: warningsOf(facts, explanation),
  };
}

function appRuleOf(indicator: Indicator, { appRule }: Explanation): ScoreView['appRule'] {
  if (appRule === null) return null;
  const rule = indicator.type === 'counts' ? indicator.formula.zeroRule : '';
  return { name: appRuleText[appRule], text: rule };
}

/** Sub-component (or part of Hasil) and total, now and after the next step. */
function totalsOf(facts: AnswerFacts, explanation: Explanation): readonly TotalRow[] {
  const { instrument, indicator, sheet } = facts;
  const { parent, half } = indicator;
  const adds = stepOf(explanation);
  const group = [...instrument.subcomponents, ...instrument.hasilParts].find(
    ({ code }) => code === parent,
  );
  const points = sheet.score.subcomponents.get(parent) ?? sheet.score.hasil.parts.get(parent);
  if (group === undefined || points === undefined) throw new Error(`no group ${parent}`);
  const name = half === 'hasil' ? text.part(parent) : text.subcomponent(parent);
  return [
    totalRow(name, points, group.weight, adds, (figure) => formatShort(figure, 3)),
    totalRow(text.total, sheet.score.total, instrument.weights.total, adds, formatScore),
  ];
}

function totalRow(
  name: string,
  points: Exact,
  weight: Exact,
  adds: Exact | null,
  read: (figure: Exact) => string,
): TotalRow {
  return {
    name,
    now: text.of(read(points), formatShort(weight)),
    then: adds === null ? null : text.then(read(points.add(adds))),
  };
}

function stepOf(explanation: Explanation): Exact | null {
  const { type, state, missingPoints } = explanation;
  const adds = type === 'choice' && state === 'answered' ? explanation.next?.adds : missingPoints;
  return adds === undefined || adds.compare(0) === 0 ? null : adds;
}

function warningsOf({ indicator, row }: AnswerFacts, explanation: Explanation): readonly string[] {
  if (indicator.type !== 'counts' || row?.value?.kind !== 'counts') return [];
  const labelOf = (key: string) =>
    indicator.inputs.find((input) => input.key === key)?.label ?? key;
  const warnings = implausibleCounts(indicator, row.value.counts).map(({ parts, within }) =>
    answerText.implausible(parts.map(labelOf).join(' + '), labelOf(within)),
  );
  if (explanation.state === 'unanswered') warnings.push(answerText.incomplete);
  if (explanation.state === 'not-computable' && row.note === '') {
    warnings.push(answerText.needsReason);
  }
  return warnings;
}
